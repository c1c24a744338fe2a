import { defineRun, defineSeries, type MetricSeries, type RunInput } from '@runoff/core'
import fc from 'fast-check'
import type { RunRecord } from './metricStore.ts'
import { nameBasedId } from './nameBasedId.ts'

/** Names that have broken other stores, and any other text. */
export const hostileName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    'toString',
    'a\0b',
    'a\0c',
    '\ud800',
    '\udfff',
    '\u202egnp.exe',
    "'; DROP TABLE runs; --",
    '%_',
    '../../etc/passwd',
    'x'.repeat(10_000),
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

/** Any number that a log may hold. */
export const anyValue: fc.Arbitrary<number> = fc.oneof(
  fc.double(),
  fc.constantFrom(NaN, Infinity, -Infinity, -0, 0, 5e-324, Number.MAX_VALUE),
)

// The sign of a zero means nothing in a time or an epoch.
const fact = fc
  .oneof(fc.double({ noDefaultInfinity: true, noNaN: true }), fc.constant(NaN))
  .map((number) => number + 0)

// A step of -0 is the step 0.
const step = fc
  .oneof(fc.nat({ max: 200 }), fc.double({ noDefaultInfinity: true, noNaN: true }))
  .map((number) => number + 0)

/** Any series that a source may hand in, in which an unknown column is `null`. */
export const anySeries: fc.Arbitrary<MetricSeries> = fc
  .record({
    points: fc.uniqueArray(fc.record({ step, value: anyValue, epoch: fact, timeMs: fact }), {
      selector: (point) => point.step,
      maxLength: 60,
    }),
    hasEpochs: fc.boolean(),
    hasTimes: fc.boolean(),
  })
  .map(({ points, hasEpochs, hasTimes }) => {
    const series = defineSeries(points)
    return {
      ...series,
      epochs: hasEpochs ? unlessUnknown(series.epochs) : null,
      timesMs: hasTimes ? unlessUnknown(series.timesMs) : null,
    }
  })

function unlessUnknown(column: Float64Array | null): Float64Array | null {
  return column?.some((value) => !Number.isNaN(value)) ? column : null
}

/** Returns how often a law is tried: so often, or more where `RUNOFF_TRIALS` says so. */
export function trials(count: number): number {
  return Math.max(count, Number(process.env['RUNOFF_TRIALS'] ?? 0))
}

/** Returns a run that is ready to be saved. */
export function recordOf(
  experimentId: string,
  input: RunInput & { readonly id: string },
  series: ReadonlyMap<string, MetricSeries> = new Map(),
): RunRecord {
  const run = defineRun({ ...input, id: nameBasedId('run', input.id) })
  return { experimentId, run, series, contentHash: `${input.id} as first written` }
}

/** Returns the columns of a series as plain lists, in which `-0` and `0` differ. */
export function listsOf(series: MetricSeries): Record<string, unknown> {
  const { steps, values, epochs, timesMs, ...rest } = series
  return {
    ...rest,
    steps: Array.from(steps),
    values: Array.from(values),
    epochs: epochs && Array.from(epochs),
    timesMs: timesMs && Array.from(timesMs),
  }
}
