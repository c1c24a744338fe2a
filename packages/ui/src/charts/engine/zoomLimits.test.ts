import { defineSeries } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { createChartStore, shownDomain, type ChartState, type YDomain } from '../chartStore.ts'
import { linesOf } from '../model/chartLine.ts'
import { chartModel, type ChartModelOptions } from '../model/chartModel.ts'
import { xWithin, ysWithin } from './zoomLimits.ts'

/** With a twentieth of air the values take 0.5 to 11.5. */
const series = new Map([['a', defineSeries({ steps: [0, 50, 100], values: [1, 6, 11] })]])
const modelOf = (options: Partial<ChartModelOptions> = {}) =>
  chartModel(linesOf(series, []), { xAxis: 'step', yScale: 'linear', ...options })
const scene = (options: Partial<ChartModelOptions> = {}) => ({
  model: modelOf(options),
  chartId: 'chart',
})
const stateOf = (values: YDomain | null = null): ChartState => ({
  ...createChartStore().get(),
  yDomains: new Map(values === null ? [] : [['chart', values]]),
})

describe('xWithin', () => {
  it('is everything from the length of everything on', () => {
    expect(xWithin({ from: -10, to: 90 }, modelOf())).toBeNull()
    expect(xWithin({ from: 0, to: (100 / 1.5) * 1.5 - 1e-12 }, modelOf())).toBeNull()
    expect(xWithin({ from: 0, to: NaN }, modelOf())).toBeNull()
  })

  it('is moved to where there is data, as long as it was', () => {
    expect(xWithin({ from: -10, to: 40 }, modelOf())).toMatchObject({ from: 0, to: 50 })
    expect(xWithin({ from: 80, to: 130 }, modelOf())).toMatchObject({ from: 50, to: 100 })
  })
})

describe('ysWithin', () => {
  it('is what the lines take once it has grown to that', () => {
    expect(ysWithin({ low: 0, high: 12 }, scene(), stateOf({ low: 2, high: 4 }))).toBeNull()
  })

  it('is moved to where there are values', () => {
    const state = stateOf({ low: 2, high: 4 })
    expect(ysWithin({ low: -5, high: -3 }, scene(), state)).toEqual({ low: 0.5, high: 2.5 })
    expect(ysWithin({ low: 11, high: 13 }, scene(), state)).toEqual({ low: 9.5, high: 11.5 })
  })

  it('keeps its length where the lines take less at the x that is shown', () => {
    const state = { ...stateOf({ low: 2, high: 9 }), domain: shownDomain([0, 10]) }
    expect(ysWithin({ low: 3, high: 10 }, scene(), state)).toEqual({ low: 3, high: 10 })
  })

  it('goes on to the outliers where these are cut off', () => {
    const wide = { low: -100, high: 100 }
    expect(ysWithin(wide, scene({ yRange: 'percentile' }), stateOf())).toEqual({
      low: 0.5,
      high: 11.5,
    })
  })

  it('is written in the unit of the metric, whatever the axis', () => {
    const values = ysWithin({ low: 0.5, high: 0.75 }, scene({ yScale: 'log' }), stateOf())
    expect(values?.low).toBeCloseTo(10 ** 0.5)
    expect(values?.high).toBeCloseTo(10 ** 0.75)
  })

  it('is none without a point', () => {
    const empty = chartModel([], { xAxis: 'step', yScale: 'linear' })
    expect(ysWithin({ low: 0, high: 1 }, { model: empty, chartId: 'chart' }, stateOf())).toBeNull()
  })
})
