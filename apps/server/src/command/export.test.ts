import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readSnapshot, snapshotDataTags } from '@runoff/sources/snapshot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// @boundaries-ignore what the page writes is what ours is held against
import { snapshotPage } from '../../../../packages/ui/src/snapshot/snapshotPage.ts'
import { snapshotFrame } from './snapshotFrame.ts'
import { logOf, makeFolder, runCommand, writeInto } from './testing.ts'

let folder: string
beforeEach(() => {
  folder = makeFolder({
    'runs/a/log.jsonl': logOf(0.5),
    'runs/b/log.jsonl':
      '{"step": 1, "loss": NaN, "timestamp": 1763712000}\n{"step": 2, "loss": 1}\n',
  })
})
afterEach(() => rmSync(folder, { recursive: true }))

const app = `export const script = 'go()'
export const style = 'p{}'
export const scriptHash = 'sha256-a'
export const styleHash = 'sha256-b'
`

describe('runoff export', () => {
  it('writes a line for each point as CSV', async () => {
    const { exitCode, output } = await runCommand(['export', 'runs', '-f', 'csv'], folder)
    expect(exitCode).toBe(0)
    const [said, head, ...rows] = output.trimEnd().split('\r\n')
    expect(said).toMatch(/^# Exported by Runoff at 20/)
    expect(head).toBe('run,metric,step,step_unit,epoch,time_ms,value')
    expect(rows).toContain('a,eval/loss,30,step,,,0.5')
    expect(rows).toContain('b,train/loss,1,step,,1763712000000,NaN')
    expect(rows).toHaveLength(5)
  })

  it.each(['csv', 'jsonl', 'html'])('is read back as the same runs from %s', async (format) => {
    writeInto(folder, 'app.mjs', app)
    const places = { page: '', snapshotApp: join(folder, 'app.mjs'), recordedRuns: null }
    const written = await runCommand(['export', 'runs', '-o', `all.${format}`], folder, { places })
    expect(written).toMatchObject({
      exitCode: 0,
      output: '',
      messages: `2 runs in all.${format}.\n`,
    })
    const series = async (path: string): Promise<unknown> => {
      const { output } = await runCommand(['export', path, '-f', 'json'], folder)
      const { runs } = JSON.parse(output) as {
        runs: readonly { name: string; series: readonly Record<string, unknown>[] }[]
      }
      return new Map(
        runs.map(({ name, series }) => [
          name,
          series.map(({ metric, steps, values }) => ({ metric, steps, values })),
        ]),
      )
    }
    expect(await series(`all.${format}`)).toEqual(await series('runs'))
  })

  it('writes a page with the snapshot inside, which its policy allows alone', async () => {
    writeInto(folder, 'app.mjs', app)
    const places = { page: '', snapshotApp: join(folder, 'app.mjs'), recordedRuns: null }
    await runCommand(['export', 'runs', '-o', 'all.html'], folder, { places })
    const page = readFileSync(join(folder, 'all.html'), 'utf8')
    expect(page).toContain(`default-src 'none'; script-src 'sha256-a'; style-src 'sha256-b'`)
    expect(page).toContain('<script id="runoff-snapshot-app" data-hash="sha256-a">go()</script>')
    const [, rest = ''] = page.split(snapshotDataTags.open)
    const snapshot = readSnapshot(rest.split(snapshotDataTags.close)[0] ?? '')
    expect(snapshot.runs.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(snapshot.objective).toEqual({ metric: 'eval/loss', goal: 'min' })
  })

  it('has the frame that the page itself writes', async () => {
    const parts = { script: 'go()', style: 'p{}', scriptHash: 'sha256-a', styleHash: 'sha256-b' }
    const ours = snapshotFrame('Runoff: 2 runs', parts)
    const [noScript = ''] = /(?<=<noscript>).*(?=<\/noscript>)/.exec(ours.before) ?? []
    const theirs = snapshotPage({ title: 'Runoff: 2 runs', noScript, app: parts })
    // The page writes the quotes of its policy as it writes those of any text.
    expect(theirs.before.replaceAll('&#39;', "'")).toBe(ours.before)
    expect(theirs.after).toBe(ours.after)
  })

  it('leaves the file that was there where it cannot write the whole', async () => {
    writeInto(folder, 'all.html', 'before')
    const places = { page: '', snapshotApp: join(folder, 'nothing.mjs'), recordedRuns: null }
    const failed = await runCommand(['export', 'runs', '-o', 'all.html'], folder, { places })
    expect(failed.exitCode).toBe(1)
    expect(failed.messages).toMatch(/^The page of snapshots is not built yet: /)
    expect(readFileSync(join(folder, 'all.html'), 'utf8')).toBe('before')
    expect(readdirSync(folder).toSorted()).toEqual(['all.html', 'runs'])
    const missing = await runCommand(['export', 'runs', '-o', 'no/all.csv'], folder)
    expect(missing.exitCode).toBe(1)
    expect(missing.messages).toContain('ENOENT')
  })

  it('tells runs of one name apart', async () => {
    mkdirSync(join(folder, 'more'))
    writeInto(folder, 'more/x/runs/a/log.jsonl', logOf(0.5))
    writeInto(folder, 'more/y/runs/a/log.jsonl', logOf(0.5))
    const { output } = await runCommand(['export', 'more', '-f', 'jsonl'], folder)
    const names = output
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { run: string }).run)
    expect(new Set(names).size).toBe(2)
  })
})

describe('runoff import', () => {
  it('saves runs once, as an experiment for each path', async () => {
    const first = await runCommand(['import', 'runs', 'runs/a/log.jsonl'], folder)
    expect(first).toMatchObject({
      exitCode: 0,
      output: 'runs: 2 new runs.\nlog.jsonl: 1 new run.\n',
    })
    expect(existsSync(join(folder, '.runoff/runoff.db'))).toBe(true)
    const again = await runCommand(['import', 'runs', '--json'], folder)
    expect(JSON.parse(again.output)).toEqual({
      format: 'runoff-import',
      version: 1,
      experiments: [{ name: 'runs', created: 0, replaced: 0, unchanged: 2, notices: [] }],
    })
  })

  it('saves everything in one experiment where it is told to', async () => {
    writeInto(folder, 'other/a/log.jsonl', logOf(0.4))
    const args = ['import', 'runs/a', 'runs/b', 'other/a', '--experiment', 'all', '--db', 'x.db']
    await runCommand(args, folder)
    const { output } = await runCommand(['export', '--db', 'x.db', '-f', 'json'], folder)
    const { runs } = JSON.parse(output) as { runs: readonly { name: string }[] }
    // Two runs of one name in two folders are two runs.
    expect(runs.map(({ name }) => name).toSorted()).toEqual(['a', 'a', 'b'])
  })

  it('says which file holds no run, and saves the others', async () => {
    writeInto(folder, 'runs/c/log.jsonl', '{"step"')
    const { output, messages, exitCode } = await runCommand(['import', 'runs'], folder)
    expect([exitCode, output]).toEqual([0, 'runs: 2 new runs.\n'])
    expect(messages).toMatch(/^ {2}c\/log\.jsonl: /)
  })

  it('says that the database cannot be used', async () => {
    const { exitCode, messages } = await runCommand(['import', 'runs', '--db', 'runs'], folder)
    expect(exitCode).toBe(1)
    expect(messages).toMatch(/^The database .*runs cannot be used: .*\.\n$/)
  })
})
