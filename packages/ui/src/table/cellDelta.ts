import { deltaFromBest, type DeltaNoise, type DeltaSeverity } from '@runoff/core'
import type { SummaryColumn } from './summaryColumns.ts'

/** Which way a value lies from the baseline; what has no better end is more or less. */
export type DeltaDirection = 'better' | 'worse' | 'more' | 'less' | 'equal'

/** How far a value lies from that of the baseline. */
export interface CellDelta {
  readonly direction: DeltaDirection
  /** In the unit of the column, never negative. */
  readonly size: number
  /** The same in percent of the baseline; `null` where a ratio means nothing. */
  readonly percent: number | null
  /** `none` for what is not worse. */
  readonly severity: DeltaSeverity
}

/** Two numbers closer than so large a part of the larger differ by rounding alone. */
const roundingShare = 1e-9

export interface CellDeltaOptions {
  readonly column: Pick<SummaryColumn, 'id' | 'goal'>
  readonly noise?: DeltaNoise | null
}

/** Returns how far a value lies from a baseline, `null` where either is not finite. */
export function cellDelta(
  value: number,
  base: number,
  { column, noise = null }: CellDeltaOptions,
): CellDelta | null {
  if (!Number.isFinite(value) || !Number.isFinite(base)) return null
  const size = Math.abs(value - base)
  if (size <= roundingShare * Math.max(Math.abs(value), Math.abs(base))) {
    return { direction: 'equal', size: 0, percent: 0, severity: 'none' }
  }
  const { id, goal } = column
  const objective = { metric: id, goal: goal ?? 'min' } as const
  const delta = deltaFromBest(value, base, objective, { noise })
  const percent = delta.percent === null ? null : Math.abs(delta.percent)
  if (goal === null) {
    return { direction: value > base ? 'more' : 'less', size, percent, severity: 'none' }
  }
  const direction = delta.absolute > 0 ? 'worse' : 'better'
  return { direction, size, percent, severity: delta.severity }
}
