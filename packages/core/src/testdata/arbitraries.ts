import fc from 'fast-check'
import { defineRun } from '../run/defineRun.ts'
import type { Run } from '../run/run.ts'
import { defineSeries } from '../series/defineSeries.ts'
import type { MetricSeries } from '../series/series.ts'

/** Names as users give them, with those that have hurt others. */
const names: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a', 'b', '\u202Ea'),
)

/** Values as logs hold them: few enough that ties are common, with the odd ones among them. */
export const values: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0.5, 1, 2, -1, 0, -0, NaN, Infinity, -Infinity, 1e-300, 1e300),
  fc.double(),
)

/** Finite, and without -0, which JSON does not know. */
const paramValues = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.boolean(),
)

/** Runs with distinct ids. */
export const runs: fc.Arbitrary<Run[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.oneof(names, fc.string()).filter((id) => id.trim() !== ''),
      model: fc.option(names),
      dataset: fc.option(names),
      loss: fc.option(values),
      params: fc.array(fc.tuple(names, paramValues)),
    }),
    { selector: (run) => run.id, maxLength: 12 },
  )
  .map((inputs) =>
    inputs.map(({ loss, params, ...rest }) =>
      defineRun({
        ...rest,
        metrics: loss === null ? {} : { 'eval/loss': { last: loss, min: loss, max: loss } },
        params: new Map(params),
      }),
    ),
  )

/** Points in any order, with steps that repeat. */
export const points = fc.array(
  fc.record({ step: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.double()), value: values }),
  { maxLength: 40 },
)

export const series: fc.Arbitrary<MetricSeries> = points.map((given) => defineSeries(given))
