import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { values } from '../testdata/arbitraries.ts'
import { defineSeries } from './defineSeries.ts'
import { seriesFromJson, seriesToJson, type SeriesJson } from './seriesJson.ts'

const maybe = fc.option(fc.nat(), { nil: null })
const anySeries = fc
  .record({
    points: fc.array(fc.record({ step: fc.double(), value: values, timeMs: maybe, epoch: maybe })),
    basis: fc.constantFrom('full' as const, 'sampled' as const),
    total: maybe,
    stepUnit: fc.constantFrom('step' as const, 'epoch' as const, 'record' as const),
  })
  .map(({ points, ...rest }) =>
    defineSeries({
      ...rest,
      steps: points.map(({ step }) => step),
      values: points.map(({ value }) => value),
      timesMs: points.map(({ timeMs }) => timeMs),
      epochs: points.map(({ epoch }) => epoch),
    }),
  )

describe('seriesToJson', () => {
  it('crosses JSON without loss', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const json = JSON.parse(JSON.stringify(seriesToJson(series))) as SeriesJson
        expect(seriesFromJson(json)).toEqual(series)
      }),
    )
  })
})
