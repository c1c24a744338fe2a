import { isDeepStrictEqual } from 'node:util'
import type { MetricSeries } from '@runoff/core'

type Point = readonly [step: number, value: number]

/**
 * Returns what is wrong with a sample of a series; nothing where it is what `maxPoints` leaves of
 * it: all of it where it is short enough, else of every stretch of steps the first, lowest, highest
 * and last point and a point of each kind of non-finite value.
 */
export function sampleFaults(
  series: MetricSeries,
  sample: MetricSeries,
  maxPoints: number,
): readonly string[] {
  const points = pointsOf(series)
  const kept = pointsOf(sample)
  const isShort = points.length <= maxPoints
  const claims: readonly (readonly [claim: string, holds: boolean])[] = [
    ['the total is that of all points', sample.total === points.length],
    ['the basis says whether it is all', sample.basis === (isShort ? 'full' : 'sampled')],
    ['it is not longer than asked for', kept.length <= maxPoints],
    ['a short series is whole', !isShort || isDeepStrictEqual(kept, points)],
    ['no point is made up', isDeepStrictEqual(kept, points.filter(isIn(sample)))],
    ['the last point is there', isDeepStrictEqual(kept.at(-1), points.at(-1))],
    ...stretchesOf(points, maxPoints).map(
      ([start, stop]) =>
        [
          `the steps from ${start} to ${stop} look alike`,
          looksAlike(points, kept, [start, stop]),
        ] as const,
    ),
  ]
  return claims.filter(([, holds]) => !holds).map(([claim]) => claim)
}

function pointsOf({ steps, values }: MetricSeries): readonly Point[] {
  return Array.from(steps, (step, i) => [step, values[i] ?? NaN])
}

function isIn(sample: MetricSeries): (point: Point) => boolean {
  const steps = new Set(sample.steps)
  return ([step]) => steps.has(step)
}

function stretchesOf(points: readonly Point[], maxPoints: number): readonly Point[] {
  const kinds = new Set(points.map(([, value]) => kindOf(value)))
  kinds.delete('finite')
  const count = Math.max(1, Math.floor((maxPoints - 1) / (4 + kinds.size)))
  const low = points[0]?.[0] ?? NaN
  const high = points.at(-1)?.[0] ?? NaN
  const width = high / count - low / count
  return Array.from({ length: count }, (_, i) => [
    low + i * width,
    i === count - 1 ? high : low + (i + 1) * width,
  ])
}

function looksAlike(
  points: readonly Point[],
  kept: readonly Point[],
  [start, stop]: Point,
): boolean {
  const within = ([step]: Point): boolean => step >= start && step < stop
  return isDeepStrictEqual(lookOf(kept.filter(within)), lookOf(points.filter(within)))
}

/** What a stretch looks like where it is drawn one pixel wide; a zero has no sign there. */
function lookOf(points: readonly Point[]): unknown {
  const finite = points.map(([, value]) => value).filter(Number.isFinite)
  return {
    first: points[0],
    last: points.at(-1),
    lowest: Math.min(...finite) + 0,
    highest: Math.max(...finite) + 0,
    kinds: new Set(points.map(([, value]) => kindOf(value))),
  }
}

function kindOf(value: number): string {
  return Number.isFinite(value) ? 'finite' : String(value)
}
