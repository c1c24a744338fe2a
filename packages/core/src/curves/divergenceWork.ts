import type { Goal } from '../run/run.ts'
import type { MetricSeries } from '../series/series.ts'
import { undefinedFor } from '../stats/answer.ts'
import type { Work } from '../stats/work.ts'
import { divergence, type Divergence } from './divergence.ts'
import { goalSign } from './goalSign.ts'
import { noiseOf, noiseOrRounding } from './noiseOf.ts'
import { defaultWindow, smoothCurve } from './smoothCurve.ts'

/** Takes some 5 ms. */
const sliceLength = 16_384
/** How many neighbours tell the noise, and in how many stretches of them. */
const noiseLength = 8192
const stretches = 32
/** The rule of `divergence`. */
const threshold = 5
const fewestPoints = 5

/**
 * Returns what `divergence` does of a curve without missing values, in slices of a few milliseconds.
 *
 * Up to 16 384 points it is the same. Of more, the noise is that of 32 stretches of neighbours, 8192
 * points in all and spread evenly: known to a part in fifty or so, where sorting a million deviations
 * would hold a page up for a tenth of a second. Where a curve drifts away slowly, the step
 * at which it is said to have gone too far may therefore differ from that of `divergence`.
 */
export function* divergenceWork(series: MetricSeries, goal: Goal): Work<Divergence> {
  const { length } = series.values
  if (length <= sliceLength) return divergence(series, goal)
  const noise = noiseOf(spreadValues(series.values))
  if (noise === null) return undefinedFor('too-few-points')
  yield 0.05
  const sign = goalSign(goal)
  const margin = threshold * noiseOrRounding(noise, series.values)
  yield 0.1
  let limit: number | null = null
  let row = 0
  let start: number | null = null
  for (let from = 0; from < length; from += sliceLength) {
    const means = smoothedBetween(series, from, from + sliceLength)
    limit ??= firstFinite(means, sign, margin)
    for (let i = 0; i < means.length; i++) {
      const isBeyond = limit !== null && sign * (means[i] as number) > limit
      row = isBeyond ? row + 1 : 0
      if (row === fewestPoints) start ??= from + i - fewestPoints + 1
    }
    yield 0.1 + (0.9 * Math.min(length, from + sliceLength)) / length
  }
  if (start === null) return { kind: 'defined', finding: 'none', step: null, isOngoing: false }
  const step = series.steps[start] ?? null
  return { kind: 'defined', finding: 'diverging', step, isOngoing: row > 0 }
}

function firstFinite(means: Float64Array, sign: 1 | -1, margin: number): number | null {
  const first = means.find(Number.isFinite)
  return first === undefined ? null : sign * first + margin
}

/** Each mean as it is in the whole: a slice is smoothed with its neighbours. */
function smoothedBetween({ steps, values }: MetricSeries, from: number, to: number): Float64Array {
  const window = defaultWindow(values.length)
  const start = Math.max(0, from - window)
  const curve = {
    steps: steps.subarray(start, to + window),
    values: values.subarray(start, to + window),
  }
  const end = Math.min(values.length, to)
  return smoothCurve(curve, window).values.subarray(from - start, end - start)
}

/** Stretches of neighbours, with a gap after each that no deviation is taken across. */
function spreadValues(values: Float64Array): Float64Array {
  const size = noiseLength / stretches
  const spread = new Float64Array((size + 1) * stretches).fill(NaN)
  for (let i = 0; i < stretches; i++) {
    const start = Math.round((i * (values.length - size)) / (stretches - 1))
    spread.set(values.subarray(start, start + size), i * (size + 1))
  }
  return spread
}
