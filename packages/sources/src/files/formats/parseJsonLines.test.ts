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

  it('refuses lines that are hardly JSON, or not about training', async () => {
    for (const lines of [['a', 'b', '{"loss": 1}'], linesOf({ prompt: 'a', label: 1 }), []]) {
      await expect(parseJsonLines(lines)).rejects.toMatchObject({ code: 'bad-log' })
    }
  })
})
