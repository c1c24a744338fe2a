import { expect, it } from 'vitest'
import { parseTrainerLog } from './parseTrainerLog.ts'
import type { ParsedRun } from './parsedFile.ts'

async function* linesOf(...lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}

async function readRun(...lines: readonly string[]): Promise<ParsedRun> {
  const [run] = (await parseTrainerLog(linesOf(...lines))).content.runs
  if (run === undefined) throw new Error('no run')
  return run
}

const old =
  '{"current_steps": 5, "total_steps": 10, "loss": 1.7, "eval_loss": null, "reward": null, "learning_rate": 5e-05, "epoch": 0.1, "percentage": 50.0, "elapsed_time": "0:32:48"}'
const last =
  '{"current_steps": 10, "total_steps": 10, "epoch": 1.0, "percentage": 100.0, "elapsed_time": "9 days, 22:13:15", "remaining_time": "0:00:00"}'

it('takes null for what was not logged, and progress for no metric', async () => {
  const run = await readRun(old)
  expect(run.rows.map((row) => [row.phase, row.step, row.epoch, ...row.metrics])).toEqual([
    ['train', 5, 0.1, ['loss', 1.7], ['learning_rate', 5e-5]],
  ])
})

it('reads the end of training from a last line without a loss', async () => {
  const run = await readRun(old.replace('"learning_rate"', '"lr"'), last, '')
  expect(run.rows).toHaveLength(1)
  expect(run.facts).toMatchObject({ step: 10, totalSteps: 10, epoch: 1, status: 'completed' })
})

it('does not call a run completed that has steps to go', async () => {
  expect((await readRun(old)).facts).toMatchObject({ step: 5, totalSteps: 10 })
  expect((await readRun(old)).facts.status).toBeUndefined()
})
