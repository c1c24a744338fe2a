import { rmSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { logOf, makeFolder, runCommand } from './testing.ts'

let folder: string
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs of two configurations, each with its own learning rate and three seeds. */
function studyOf(a: readonly number[], b: readonly number[]): string {
  const files = [...filesOf('a', 0.1, a), ...filesOf('b', 0.2, b)]
  return makeFolder(Object.fromEntries(files))
}

function filesOf(
  name: string,
  learningRate: number,
  best: readonly number[],
): readonly (readonly [string, string])[] {
  return best.flatMap((value, seed) => {
    const config = JSON.stringify({ learning_rate: learningRate, seed })
    return [
      [`runs/${name}-${seed}/log.jsonl`, logOf(value)],
      [`runs/${name}-${seed}/config.json`, config],
    ] as const
  })
}

describe('runoff best', () => {
  it('ends with 0 and names the run to keep where one configuration wins clearly', async () => {
    folder = studyOf([0.5, 0.501, 0.502], [0.9, 0.901, 0.902])
    const { exitCode, output, messages } = await runCommand(['best', 'runs'], folder)
    expect(output).toMatch(/^Keep a-0: a clear winner, eval\/loss 0\.501 over 3 seeds/)
    expect(output).toMatch(/^\* {2}a-0 +0\.5 +30 +3 {2}keep$/m)
    expect(output).toMatch(/^ {3}b-2 +0\.902 +30 +3 {2}worse$/m)
    expect([exitCode, messages]).toEqual([0, ''])
  })

  it('ends with 10 where configurations cannot be told apart', async () => {
    folder = studyOf([0.5, 0.6, 0.7], [0.51, 0.61, 0.69])
    const { exitCode, output } = await runCommand(['best', 'runs'], folder)
    expect(output).toContain('2 configurations cannot be told apart')
    expect(exitCode).toBe(10)
  })

  it('ends with 11 where no configuration was run often enough', async () => {
    folder = studyOf([0.5], [0.9])
    const { exitCode, output } = await runCommand(['best', 'runs'], folder)
    expect(output).toMatch(/^Keep a-0 for now: .* may be chance\.\n/)
    expect(exitCode).toBe(11)
  })

  it('ends with 12 where the runs do not measure the same thing', async () => {
    const config = (eval_dataset: string): string => JSON.stringify({ eval_dataset })
    folder = makeFolder({
      'a/log.jsonl': logOf(0.5),
      'a/config.json': config('one'),
      'b/log.jsonl': logOf(0.4),
      'b/config.json': config('two'),
    })
    const { exitCode, output } = await runCommand(['best', '.'], folder)
    expect(output).toContain('cannot be compared: they differ in eval_dataset (one, two)')
    expect(exitCode).toBe(12)
  })

  it('ends with 13 where no run has the metric, or there is none', async () => {
    folder = makeFolder({ 'a/log.jsonl': logOf(0.5) })
    const other = await runCommand(['best', '.', '--metric', 'eval/accuracy'], folder)
    expect(other.output).toContain('No run has ended with eval/accuracy')
    expect(other.exitCode).toBe(13)
    rmSync(`${folder}/a`, { recursive: true })
    const none = await runCommand(['best', '.'], folder)
    expect(none).toMatchObject({ exitCode: 13, output: 'There is no run to compare.\n' })
  })

  it('knows which way a metric is better, unless it is told', async () => {
    folder = makeFolder({
      'a/log.jsonl': '{"step": 1, "eval/accuracy": 0.9}\n',
      'b/log.jsonl': '{"step": 1, "eval/accuracy": 0.2}\n',
    })
    const keep = async (...more: readonly string[]): Promise<string> =>
      (await runCommand(['best', '.', '--metric', 'eval/accuracy', ...more], folder)).output
    expect(await keep()).toMatch(/^Keep a for now/)
    expect(await keep('--goal', 'min')).toMatch(/^Keep b for now/)
  })

  it('prints JSON with the outcome, the run to keep and all runs', async () => {
    folder = studyOf([0.5, 0.501, 0.502], [0.9, 0.901, 0.902])
    const { output, exitCode } = await runCommand(['best', 'runs', '--json'], folder)
    const answer = JSON.parse(output) as Record<string, unknown>
    expect(answer).toMatchObject({
      format: 'runoff-best',
      version: 1,
      outcome: 'clear-winner',
      exit_code: exitCode,
      objective: { metric: 'eval/loss', goal: 'min' },
      policy: 'composite',
      keep: { id: 'a-0', name: 'a-0' },
    })
    expect(answer['runs']).toHaveLength(6)
    expect(answer['runs']).toContainEqual({
      id: 'b-0',
      source: 'runs',
      name: 'b-0',
      value: 0.9,
      step: 30,
      seeds: 3,
      step_unit: 'step',
      standing: 'worse',
    })
  })

  it('names an epoch where a log names no step, and both where logs differ', async () => {
    folder = makeFolder({
      'a.log': "{'eval_loss': 0.5, 'epoch': 1.5}\n{'eval_loss': 0.7, 'epoch': 2.5}\n",
      'b.log': "{'eval_loss': 0.6, 'step': 40}\n",
    })
    const alone = await runCommand(['best', 'a.log'], folder)
    expect(alone.output).toMatch(/^ +run +eval\/loss +epoch +seeds\n\* +a +0\.5 +1\.5 +1 /m)
    const both = await runCommand(['best', 'a.log', 'b.log'], folder)
    expect(both.output).toMatch(/^ +run +eval\/loss +at +seeds\n\* +a +0\.5 +epoch 1\.5 +1 /m)
    expect(both.output).toMatch(/^ +b +0\.6 +step 40 +1 /m)
    const { output } = await runCommand(['best', 'a.log', 'b.log', '--json'], folder)
    const { runs } = JSON.parse(output) as { runs: readonly Record<string, unknown>[] }
    expect(runs.map(({ step, step_unit: unit }) => [step, unit])).toEqual([
      [1.5, 'epoch'],
      [40, 'step'],
    ])
  })

  it('writes no name to the terminal that could move anything there', async () => {
    folder = makeFolder({ 'runs.jsonl': '' })
    const log = ['\u001B[2Jred\u202E', 'b']
      .map((run) => `${JSON.stringify({ run, step: 1, 'eval/loss': run.length })}\n`)
      .join('')
    rmSync(folder, { recursive: true })
    folder = makeFolder({ 'runs.jsonl': log })
    const { output } = await runCommand(['best', 'runs.jsonl'], folder)
    expect(output).toContain('red')
    expect(output).not.toContain('\u001B')
    expect(output).not.toContain('\u202E')
  })

  it('reads the database where nothing is named, and says where there is none', async () => {
    folder = studyOf([0.5], [0.9])
    const nothing = await runCommand(['best'], folder)
    expect(nothing.exitCode).toBe(2)
    expect(nothing.messages).toMatch(/^There is no database .*runoff\.db: name the paths to read/)
    await runCommand(['import', 'runs'], folder)
    expect((await runCommand(['best'], folder)).output).toMatch(/^Keep a-0 for now/)
    const both = await runCommand(['best', 'runs', '--db', 'x.db'], folder)
    expect(both).toMatchObject({ exitCode: 2, messages: 'Name either paths or --db, not both.\n' })
  })
})
