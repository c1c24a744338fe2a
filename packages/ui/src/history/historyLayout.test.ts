import { defineRun } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { createFormatters } from '../format/formatters.ts'
import { formatMessages } from '../format/formatMessages.ts'
import { historyLayout, type HistoryLayout } from './historyLayout.ts'
import { historyModel } from './historyModel.ts'

const dayMs = 86_400_000

function layoutOf(losses: readonly number[], width = 400): HistoryLayout {
  const runs = losses.map((loss, day) =>
    defineRun({
      id: `run ${day}`,
      status: 'completed',
      createdAtMs: day * dayMs,
      metrics: { 'eval/loss': loss },
    }),
  )
  const model = historyModel(runs, { metric: 'eval/loss', goal: 'min' })
  return historyLayout(model, { width, height: 160 }, createFormatters(formatMessages))
}

describe('historyLayout', () => {
  it('puts runs side by side at one distance, and lower values lower', () => {
    const { points } = layoutOf([3, 1, 2])
    const [a, b, c] = points.map(({ x }) => x)
    expect((b ?? 0) - (a ?? 0)).toBeCloseTo((c ?? 0) - (b ?? 0))
    expect(points.toSorted((p, q) => p.y - q.y).map(({ value }) => value)).toEqual([3, 2, 1])
  })

  it('steps the line of the best where a run improved on it, and on to the last run', () => {
    const { staircase, points } = layoutOf([3, 4, 1, 2])
    expect(staircase.match(/V/g)).toHaveLength(2)
    expect(staircase.endsWith(`H${Math.round((points[3]?.x ?? 0) * 10) / 10}`)).toBe(true)
  })

  it('names a day once, and no more days than there is room for', () => {
    const { xTicks } = layoutOf(Array.from({ length: 200 }, (_, i) => i))
    expect(xTicks.length).toBeLessThanOrEqual(6)
    expect(new Set(xTicks.map(({ label }) => label)).size).toBe(xTicks.length)
  })

  it('has a place for one run, for runs with one value, and for none', () => {
    for (const losses of [[0.5], [0.5, 0.5], []]) {
      const { points, staircase, viewport } = layoutOf(losses)
      expect(viewport.low).toBeLessThan(viewport.high)
      expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
      expect(staircase).not.toContain('NaN')
    }
  })

  it('has no width below zero', () => {
    expect(layoutOf([1, 2], 10).box.width).toBe(0)
  })
})
