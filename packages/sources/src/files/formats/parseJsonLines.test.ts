import { describe, expect, it } from 'vitest'
import { parseJsonLines } from './parseJsonLines.ts'
import type { MetricRow } from './parsedFile.ts'

const linesOf = (...rows: readonly object[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row))
async function rowsOf(lines: readonly string[]): Promise<readonly MetricRow[]> {
  return (await parseJsonLines(lines)).content.runs.flatMap((run) => run.rows)
}

describe('parseJsonLines', () => {
  it('joins nested names, and leaves out what is no number', async () => {
    const row = {
      step: 1,
      train: { loss: 2, top: [1] },
      note: 'x',
      ok: true,
      acc: null,
      text: '0.5',
    }
    const [read] = await rowsOf(linesOf(row))
    expect([read?.step, ...(read?.metrics ?? [])]).toEqual([1, ['train/loss', 2], ['text', 0.5]])
  })

  it('reads bare NaN and Infinity, as Detectron2 writes them', async () => {
    const [row] = await rowsOf(['{"iteration": 19, "bbox/APl": NaN, "total_loss": -Infinity}'])
    expect(row?.step).toBe(19)
    expect([...(row?.metrics ?? [])]).toEqual([
      ['bbox/APl', NaN],
      ['total_loss', -Infinity],
    ])
  })

  it('leaves out bad lines, and says how many and where the first is', async () => {
    const lines = [
      '{"step": 1, "loss": 2}',
      '',
      'oops',
      '{"step": 2, "loss"',
      '{"step": 3, "loss": 1}',
    ]
    const { content, notices } = await parseJsonLines(lines)
    expect(content.runs[0]?.rows.map((row) => row.step)).toEqual([1, 3])
    expect(notices).toMatchObject([{ code: 'bad-line', count: 2, line: 3 }])
  })

  it('does not take the epoch of an mmengine evaluation for its step', async () => {
    const train = { loss: 1, epoch: 2, iter: 138, step: 138 }
    const rows = await rowsOf(linesOf(train, { 'accuracy/top1': 50, step: 2 }))
    expect(rows.map(({ phase, step, epoch }) => [phase, step, epoch])).toEqual([
      [null, 138, 2],
      ['eval', null, 2],
    ])
  })

  it('leaves the last row of the Trainer, a mean over the whole run, out of every series', async () => {
    const last = { train_runtime: 3, train_samples_per_second: 9, train_loss: 2.5, step: 2 }
    const rows = await rowsOf(linesOf({ loss: 2, step: 2 }, last, { train_runtime: 3, step: 3 }))
    expect(rows.map((row) => row.phase)).toEqual([null, 'summary', null])
    const { content } = await parseJsonLines(linesOf({ loss: 2, step: 2 }, last))
    expect(content.runs[0]?.facts.status).toBe('completed')
  })

  it('takes a split that is neither of the two for itself', async () => {
    const splits = ['train', 'val', 'test']
    const rows = await rowsOf(linesOf(...splits.map((split) => ({ split, step: 1, loss: 2 }))))
    expect(rows.map((row) => [row.phase, ...row.metrics.keys()])).toEqual([
      ['train', 'loss'],
      ['eval', 'loss'],
      [null, 'test/loss'],
    ])
  })

  it('finds the phase under any name for it, if the words in it are phases', async () => {
    const phases = await rowsOf(linesOf({ event: 'eval', step: 1, loss: 2 }))
    const others = await rowsOf(linesOf({ type: 'metric', step: 1, loss: 2 }))
    expect(phases.map((row) => row.phase)).toEqual(['eval'])
    expect(others.map((row) => [row.phase, ...row.metrics.keys()])).toEqual([[null, 'loss']])
  })

  it('reads the names in metrics as if they stood on their own', async () => {
    const [row] = await rowsOf(linesOf({ epoch: 1, metrics: { train_loss: 2 }, 'metrics/mAP': 3 }))
    expect([...(row?.metrics.keys() ?? [])]).toEqual(['train_loss', 'metrics/mAP'])
  })

  it('reads the step of ms-swift, which names the last one too', async () => {
    const last = { best_metric: 0.1, global_step: 200, log_history: [{ loss: 2, step: 10 }] }
    const rows = await rowsOf(linesOf({ loss: 2, 'global_step/max_steps': '10/200' }, last))
    expect(rows.map(({ step, metrics }) => [step, ...metrics.keys()])).toEqual([[10, 'loss']])
  })

  it('takes what stands before the first step for settings, unless it names a metric', async () => {
    const settings = { lr: 0.1, model: 'gpt2' }
    const { content } = await parseJsonLines(linesOf(settings, { step: 1, loss: 2 }))
    expect(content.runs).toMatchObject([
      { rows: [{ step: 1 }], facts: { params: new Map(Object.entries(settings)) } },
    ])
    expect(await rowsOf(linesOf({ eval_loss: 3 }, { step: 1, loss: 2 }))).toHaveLength(2)
  })

  it('refuses lines that are hardly JSON, or not about training', async () => {
    for (const lines of [['a', 'b', '{"loss": 1}'], linesOf({ prompt: 'a', label: 1 }), []]) {
      await expect(parseJsonLines(lines)).rejects.toMatchObject({ code: 'bad-log' })
    }
  })
})
