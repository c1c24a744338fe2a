import { defineSeries } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { shownDomain } from '../chartStore.ts'
import { linesOf } from './chartLine.ts'
import { chartModel, type ChartModel, type ChartModelOptions } from './chartModel.ts'
import { viewportOf } from './viewportOf.ts'

const hiddenRunIds = new Set<string>()
function modelOf(
  steps: readonly number[],
  values: readonly number[],
  options: Partial<ChartModelOptions> = {},
): ChartModel {
  const timesMs = steps.map((step) => step * 1000)
  const series = new Map([['a', defineSeries({ steps, values, timesMs })]])
  return chartModel(linesOf(series, []), { xAxis: 'step', yScale: 'linear', ...options })
}

describe('viewportOf where values are zoomed', () => {
  it('shows these values, in the unit that is drawn, at any x', () => {
    const yDomain = { low: 1, high: 100 }
    const shown = { domain: shownDomain([0, 1]), hiddenRunIds, yDomain }
    const linear = viewportOf(modelOf([0, 1, 2], [5, 6, 7]), shown)
    expect(linear).toEqual({ from: 0, to: 1, low: 1, high: 100 })
    const log = viewportOf(modelOf([0, 1, 2], [5, 6, 7], { yScale: 'log' }), shown)
    expect(log).toEqual({ from: 0, to: 1, low: 0, high: 2 })
  })

  it('shows what the lines take where an axis has no place for the values', () => {
    const model = modelOf([0, 1], [10, 100], { yScale: 'log' })
    const free = viewportOf(model, { domain: null, hiddenRunIds })
    for (const yDomain of [
      { low: -1, high: 10 },
      { low: 5, high: 5 },
      { low: NaN, high: 1 },
    ]) {
      expect(viewportOf(model, { domain: null, hiddenRunIds, yDomain })).toEqual(free)
    }
  })
})

describe('viewportOf where outliers are cut off', () => {
  it('still shows the line that crosses a window without points', () => {
    const model = modelOf([0, 100], [0, 100], { yRange: 'percentile' })
    const view = viewportOf(model, { domain: shownDomain([40, 60]), hiddenRunIds })
    expect(view?.low).toBeCloseTo(39)
    expect(view?.high).toBeCloseTo(61)
  })
})

describe('viewportOf on a log axis', () => {
  const model = modelOf([1, 10, 1000], [1, 2, 3], { xScale: 'log' })
  const shownOf = (from: number, to: number) => {
    const view = viewportOf(model, { domain: shownDomain([from, to]), hiddenRunIds })
    return [view?.from, view?.to]
  }

  it('shows what a host asks for, from its first point where that is not above zero', () => {
    expect(shownOf(10, 100)).toEqual([1, 2])
    expect(shownOf(0, 100)).toEqual([0, 2])
    expect(shownOf(-5, 10)).toEqual([0, 1])
  })

  it('shows everything where nothing above zero is asked for', () => {
    expect(shownOf(-5, 0)).toEqual([0, 3])
    expect(shownOf(-5, -1)).toEqual([0, 3])
  })

  it('has a few decades about a single point, of time as of steps', () => {
    for (const xAxis of ['step', 'time', 'relative-time'] as const) {
      // On a relative axis the first point is at zero, which has no logarithm.
      const steps = xAxis === 'relative-time' ? [0, 10] : [10]
      const single = modelOf(
        steps,
        steps.map(() => 1),
        { xAxis, xScale: 'log' },
      )
      const view = viewportOf(single, { domain: null, hiddenRunIds })
      const at = xAxis === 'step' ? 1 : 4
      expect(view).toMatchObject({ from: at - 1, to: at + 1 })
    }
  })
})
