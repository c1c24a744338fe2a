import { defineSeries, type MetricSeries } from '@runoff/core'
import { describe, expect, it, vi } from 'vitest'
import { linesOf } from './chartLine.ts'
import { chartModel, prepareModel, type ChartModelOptions } from './chartModel.ts'

function runOf(level: number): MetricSeries {
  const steps = Float64Array.from({ length: 50 }, (_, i) => i + 1)
  return { ...defineSeries([]), steps, values: steps.map((step) => level / step), total: 50 }
}

describe('prepareModel', () => {
  it.each(['log', 'symlog'] as const)(
    'leaves nothing to be bent for a %s axis, also where runs differ by far',
    (yScale) => {
      const series = [runOf(1), runOf(1e6)]
      const options: ChartModelOptions = { xAxis: 'step', yScale }
      const lines = linesOf(new Map(series.map((one, at) => [`run ${at}`, one])), [])
      const bends = series.map(({ values }) => vi.spyOn(values, 'map'))
      const shares = [...prepareModel(lines, options)]
      expect(bends.map((bend) => bend.mock.calls.length)).toEqual([1, 1])
      const model = chartModel(lines, options)
      expect(bends.map((bend) => bend.mock.calls.length)).toEqual([1, 1])
      expect(model.lines[0]?.placed.columns.values[0]).toBe(model.y.toDrawn(1))
      expect(shares).toEqual([0.25, 0.5, 0.75, 1])
    },
  )
})
