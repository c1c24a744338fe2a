import { defineSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from './chartLine.ts'
import { chartModel, type ChartModel } from './chartModel.ts'
import type { Grouping } from './groupLines.ts'
import { shownPoints } from './shownPoints.ts'

const grouping: Grouping = { groups: [{ id: 'g', name: 'g', runIds: ['a', 'b'] }] }
const hiddenRunIds = new Set<string>()
const everything = { domain: null, hiddenRunIds }

function groupOf(
  a: readonly number[],
  b: readonly number[],
  xScale: 'linear' | 'log' = 'linear',
): ChartModel {
  const series = new Map(
    Object.entries({ a, b }).map(([id, steps]) => [
      id,
      defineSeries({ steps, values: steps.map(() => 1) }),
    ]),
  )
  return chartModel(linesOf(series, []), { xAxis: 'step', yScale: 'linear', xScale, grouping })
}

describe('shownPoints of groups', () => {
  it('counts the points of every run within the zoom, and none that was interpolated', () => {
    const model = groupOf([0, 10, 20], [5, 15])
    expect(shownPoints(model, everything)).toMatchObject({ count: 5, total: 5 })
    const domain = { axisId: 'step', xScale: 'linear' as const, from: 5, to: 15 }
    expect(shownPoints(model, { domain, hiddenRunIds })).toMatchObject({ count: 3, total: 5 })
  })

  it('counts none of a group that is hidden', () => {
    const model = groupOf([0, 10], [5])
    expect(shownPoints(model, { domain: null, hiddenRunIds: new Set(['g']) }).count).toBe(0)
  })

  it('counts every point on a log axis, wherever the first and last of them are', () => {
    const steps = fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), {
      minLength: 1,
      maxLength: 8,
    })
    const inOrder = (given: readonly number[]): number[] => given.toSorted((one, two) => one - two)
    fc.assert(
      fc.property(steps, steps, (a, b) => {
        const model = groupOf(inOrder(a), inOrder(b), 'log')
        expect(shownPoints(model, everything).count).toBe(a.length + b.length)
      }),
      { numRuns: 300 },
    )
  })
})
