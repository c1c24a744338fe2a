import { undefinedFor, type Undefined } from '../stats/answer.ts'

/** When one run came to its target, or, where it did not, until when it was watched. */
export interface Arrival {
  readonly time: number
  readonly reached: boolean
}

export interface SurvivalPoint {
  readonly time: number
  /** Share of the runs that take longer than this. */
  readonly survival: number
}

export type KaplanMeier =
  | {
      readonly kind: 'defined'
      /** One point for each time at which a run arrived, rising. */
      readonly survival: readonly SurvivalPoint[]
      /** The first time by which half of the runs are expected to have arrived; `null` if none. */
      readonly median: number | null
    }
  | Undefined

/**
 * Returns how the share of runs that have not arrived falls with time, counting those that were
 * watched too short as long as they were watched.
 *
 * Shape: one arrival per run in any order, one answer out. Units: those of the times. A run that was
 * watched until the time at which another arrived counts as still under way then. Missing: no
 * arrival given is `too-few-values`; a time that is not finite makes it `not-finite`.
 *
 * @see Kaplan & Meier, Nonparametric estimation from incomplete observations, JASA 53 (1958).
 */
export function kaplanMeier(arrivals: readonly Arrival[]): KaplanMeier {
  if (arrivals.length === 0) return undefinedFor('too-few-values')
  if (!arrivals.every(({ time }) => Number.isFinite(time))) return undefinedFor('not-finite')
  const events = arrivals.filter(({ reached }) => reached).map(({ time }) => time + 0)
  const survival: SurvivalPoint[] = []
  let share = 1
  for (const time of new Set(events.toSorted((a, b) => a - b))) {
    const atRisk = arrivals.filter((other) => other.time >= time).length
    share *= 1 - events.filter((other) => other === time).length / atRisk
    survival.push({ time, survival: share })
  }
  // Shares are products, so that a half may be off by the last bit.
  const median = survival.find((point) => point.survival <= 0.5 + 1e-12)?.time ?? null
  return { kind: 'defined', survival, median }
}
