import type { Objective } from '../run/run.ts'
import { checkGoal } from './objective.ts'

export type DeltaSeverity = 'none' | 'slight' | 'moderate' | 'severe'

/** How far a value lies from the best one. */
export interface Delta {
  /** In the metric's own unit; positive is worse, whichever end of the metric is better. */
  readonly absolute: number
  /** Percent of the best value, positive is worse; `null` where a ratio means nothing. */
  readonly percent: number | null
  readonly severity: DeltaSeverity
  /** Why there is no percentage. */
  readonly reason?: 'not-a-number' | 'best-not-positive' | 'value-not-positive'
}

/** Worse by more than so many percent. */
const thresholds: readonly (readonly [number, DeltaSeverity])[] = [
  [25, 'severe'],
  [10, 'moderate'],
  [5, 'slight'],
]

/** 1.05 is 5.000000000000004 % above 1 in floating point, and must not be over 5 %. */
const slackPercent = 1e-9

/** What chance does to a value, for where a percentage means nothing. */
export interface DeltaNoise {
  /** Whether it cannot be ruled out that the run is as good as the best. */
  readonly isContender: boolean
  /** The smallest difference that matters, in the metric's unit. */
  readonly minimumEffect: number
}

export interface DeltaOptions {
  /** As a verdict's evidence tells it; judges the severity where there is no percentage. */
  readonly noise?: DeltaNoise | null
}

/**
 * Returns how much worse `value` is than `best`: none up to 5 %, slight over 5 %, moderate over
 * 10 %, severe over 25 %.
 *
 * Missing: where the best is not positive or the value is negative, a percentage would change its meaning or its sign, so it
 * is `null` and `reason` says why. The severity is then `none`, or by the noise where that is given:
 * `none` for a contender, `slight` below the smallest difference that matters, `moderate` from
 * there on, `severe` from three times that.
 *
 * @throws {RunoffError} `bad-option` when the goal is neither `min` nor `max`.
 */
export function deltaFromBest(
  value: number,
  best: number,
  objective: Objective,
  { noise }: DeltaOptions = {},
): Delta {
  checkGoal(objective)
  const absolute = objective.goal === 'min' ? value - best : best - value
  const reason = whyNoPercent(value, best)
  if (reason !== null) {
    const severity = noise == null ? 'none' : severityInNoise(absolute, noise)
    return { absolute, percent: null, severity, reason }
  }
  const percent = (absolute / best) * 100
  return { absolute, percent, severity: severityOf(percent) }
}

function whyNoPercent(value: number, best: number): NonNullable<Delta['reason']> | null {
  if (!Number.isFinite(value) || !Number.isFinite(best)) return 'not-a-number'
  if (best <= 0) return 'best-not-positive'
  return value < 0 ? 'value-not-positive' : null
}

function severityOf(percent: number): DeltaSeverity {
  return thresholds.find(([limit]) => percent - limit > slackPercent)?.[1] ?? 'none'
}

/** Returns how much a difference in the metric's unit matters beside what chance does. */
export function severityInNoise(
  difference: number,
  { isContender, minimumEffect }: DeltaNoise,
): DeltaSeverity {
  if (isContender || !Number.isFinite(difference) || difference <= 0) return 'none'
  if (difference < minimumEffect) return 'slight'
  return difference < 3 * minimumEffect ? 'moderate' : 'severe'
}
