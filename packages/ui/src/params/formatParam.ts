import {
  formatCount,
  formatFull,
  formatLearningRate,
  formatMetric,
} from '../format/formatNumber.ts'

/**
 * Returns a parameter's number as people write it, with at most four significant digits unless it
 * is whole: `3e-4`, `0.05`, `128`, `48 210`.
 *
 * Missing: what is not finite is written as `formatMetric` does.
 */
export function formatParam(value: number): string {
  if (!Number.isFinite(value)) return formatMetric(value)
  const magnitude = Math.abs(value)
  if (magnitude >= 1e9 || (magnitude < 1e-3 && value !== 0)) return formatLearningRate(value)
  if (Number.isInteger(value)) return formatCount(value)
  return formatFull(Number(value.toPrecision(4))).replace('-', '−')
}

/** Returns a coefficient with two digits after the point: `0.71`, `−0.35`. */
export function formatCoefficient(value: number): string {
  const digits = Math.abs(value).toFixed(2)
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits
}
