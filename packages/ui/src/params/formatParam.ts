import type { Formatters } from '../format/formatters.ts'

/**
 * Returns a parameter's number as people write it, with at most four significant digits unless it
 * is whole: `3e-4`, `0.05`, `128`, `48 210`.
 *
 * Missing: what is not finite is written as a metric's value is.
 */
export function formatParam(value: number, formatters: Formatters): string {
  if (!Number.isFinite(value)) return formatters.metric(value)
  const magnitude = Math.abs(value)
  if (magnitude >= 1e9 || (magnitude < 1e-3 && value !== 0)) return formatters.learningRate(value)
  if (Number.isInteger(value)) return formatters.count(value)
  return formatters.full(Number(value.toPrecision(4))).replace('-', '−')
}

/** Returns a coefficient with two digits after the point: `0.71`, `−0.35`. */
export function formatCoefficient(value: number, { marked }: Formatters): string {
  const digits = Math.abs(value).toFixed(2)
  return marked(value < 0 && Number(digits) !== 0 ? `−${digits}` : digits)
}
