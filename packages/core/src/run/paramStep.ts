import type { ParamRow } from './diffParams.ts'
import { paramNumber } from './paramKey.ts'

/** How far a number lies from that of the baseline. */
export interface ParamStep {
  /** Value minus baseline, in the parameter's own unit. */
  readonly difference: number
  /** Value divided by baseline; `null` unless both are positive. */
  readonly ratio: number | null
}

/**
 * Returns how far the number of a run lies from that of the baseline, `null` where one of the two
 * is missing or no finite number. On the scale `log` of a row it is the ratio that counts.
 */
export function paramStep(
  { values }: Pick<ParamRow, 'values'>,
  runId: string,
  baselineId: string,
): ParamStep | null {
  const value = paramNumber(values.get(runId) ?? null)
  const base = paramNumber(values.get(baselineId) ?? null)
  if (value === null || base === null) return null
  if (!Number.isFinite(value) || !Number.isFinite(base)) return null
  return { difference: value - base, ratio: value > 0 && base > 0 ? value / base : null }
}
