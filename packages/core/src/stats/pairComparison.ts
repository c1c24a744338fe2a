import { undefinedFor, type Undefined, type UndefinedReason } from './answer.ts'
import { sampleFault } from './checkSample.ts'
import { studentizedRangeQuantile, studentizedRangeUpperP } from './studentizedRange.ts'

/** Two of several groups beside each other, corrected for how many pairs there are. */
export interface PairComparison {
  /** Place of the first in the groups given. */
  readonly a: number
  /** Place of the second; larger than `a`. */
  readonly b: number
  /** The mean of `a` less that of `b`. */
  readonly difference: number
  /** Of the difference. */
  readonly standardError: number
  readonly df: number
  /** The chance of so large a difference in any pair, where all means are equal. */
  readonly p: number
  /** All intervals together hold their differences with the level asked for. */
  readonly interval: readonly [number, number]
}

export interface PairContext {
  readonly a: number
  readonly b: number
  readonly difference: number
  readonly standardError: number
  readonly df: number
  /** How many groups are compared in all. */
  readonly groups: number
  readonly level: number
}

/** Returns what the studentised range says of one pair; the standard error must be above 0. */
export function comparePair(context: PairContext): PairComparison {
  const { a, b, difference, standardError, df, groups, level } = context
  // The range is measured in standard errors of a mean, of which a difference has the root of 2.
  const q = (Math.abs(difference) / standardError) * Math.SQRT2
  const reach = (studentizedRangeQuantile(level, groups, df) / Math.SQRT2) * standardError
  const p = Number.isFinite(q) ? studentizedRangeUpperP(q, groups, df) : 0
  const interval = [difference - reach, difference + reach] as const
  return { a, b, difference, standardError, df, p, interval }
}

/** Whether all of them can be told: of values near the largest number, a difference may be past it. */
export function areFinite(pairs: readonly PairComparison[]): boolean {
  return pairs.every(({ p, interval }) => [p, ...interval].every(Number.isFinite))
}

/** Returns every pair of places below `count`, in order. */
export function pairsOf(count: number): (readonly [number, number])[] {
  const places = Array.from({ length: count }, (_, place) => place)
  return places.flatMap((a) => places.slice(a + 1).map((b) => [a, b] as const))
}

/** Returns why groups of at least `needed` values cannot be compared, or `null`. */
export function groupsFault(
  groups: readonly (readonly number[])[],
  needed: number,
): UndefinedReason | null {
  if (groups.length < 2) return 'too-few-groups'
  const faults = groups.map((group) => sampleFault(group, needed))
  return faults.includes('not-finite')
    ? 'not-finite'
    : (faults.find((fault) => fault !== null) ?? null)
}

/** Returns why a standard error cannot be divided by, or `null`. */
export function spreadFault(spread: number): Undefined | null {
  if (spread === 0) return undefinedFor('no-variance')
  return Number.isFinite(spread) ? null : undefinedFor('not-finite')
}
