import { formatMessages } from './formatMessages.ts'

/** What stands where there is no value. */
export const noValue = '–'

const minus = '−'
/** A narrow space that does not break, as ISO 80000 groups digits in every language. */
const groupSpace = '\u202f'

/**
 * Returns a metric's value with four significant digits: `0.2345`, `12.30`, `48 210`, `1.200e-5`.
 *
 * Missing: `null` is `–`. What is not finite is shown as `NaN`, `∞` or `−∞`. The same in every
 * locale; `formatFull` gives the whole value.
 */
export function formatMetric(value: number | null): string {
  if (value === null) return noValue
  if (!Number.isFinite(value)) return formatNonFinite(value)
  if (value === 0) return '0'
  return signed(value, formatMagnitude(Math.abs(value)))
}

/**
 * Returns a learning rate in scientific notation, without zeros at its end: `3e-4`, `2.5e-5`.
 *
 * Missing: `null` is `–`; what is not finite as in `formatMetric`. The same in every locale.
 */
export function formatLearningRate(value: number | null): string {
  if (value === null) return noValue
  if (!Number.isFinite(value)) return formatNonFinite(value)
  if (value === 0) return '0'
  return signed(value, Number(Math.abs(value).toPrecision(4)).toExponential().replace('e+', 'e'))
}

/**
 * Returns a count, rounded to a whole number, in groups of three digits: `48 210`.
 *
 * Missing: `null` is `–`; what is not finite as in `formatMetric`. The same in every locale.
 */
export function formatCount(value: number | null): string {
  if (value === null) return noValue
  if (!Number.isFinite(value)) return formatNonFinite(value)
  return signed(Math.round(value), groupDigits(Math.abs(Math.round(value))))
}

/**
 * Returns a value with all the digits that it takes to read the same number again.
 *
 * Missing: `null` is `–`; what is not finite as in `formatMetric`.
 */
export function formatFull(value: number | null): string {
  if (value === null) return noValue
  return Number.isFinite(value) ? String(value) : formatNonFinite(value)
}

/**
 * Returns a value that was computed, to twelve significant digits. Engines differ in the last digits
 * of logarithms and powers: what a server writes is what every browser writes.
 *
 * Missing: `null` is `–`; what is not finite as in `formatMetric`.
 */
export function formatComputed(value: number | null): string {
  return formatFull(value === null ? null : Number(value.toPrecision(12)))
}

/** Beyond this, how many percent it is tells nobody more. */
const mostPercent = 10_000

/**
 * Returns a share in percent with one digit after the point, and the sign only where it is below
 * zero: `15.2 %`. Beyond ten thousand it is `> 10 000 %`, so that no number bursts its place.
 *
 * Missing: `null` is `–`; what is not finite as in `formatMetric`.
 */
export function formatPercent(
  percent: number | null,
  write: (number: string) => string = formatMessages.percent,
): string {
  if (percent === null) return noValue
  if (!Number.isFinite(percent)) return formatNonFinite(percent)
  const magnitude = Math.abs(percent)
  if (magnitude > mostPercent) {
    return `${percent > 0 ? '>' : '<'} ${formatPercent(Math.sign(percent) * mostPercent, write)}`
  }
  const digits = magnitude < 1000 ? magnitude.toFixed(1) : formatMagnitude(magnitude)
  return write(signed(percent, digits))
}

function formatNonFinite(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  return value > 0 ? '∞' : `${minus}∞`
}

function formatMagnitude(magnitude: number): string {
  if (magnitude < 1e-3) return magnitude.toExponential(3)
  if (magnitude < 9999.5) return magnitude.toPrecision(4)
  if (magnitude < 1e9) return groupDigits(Math.round(magnitude))
  return magnitude.toExponential(3).replace('e+', 'e')
}

/** From 1e21 on a number is written with an exponent, where there is nothing to group. */
function groupDigits(whole: number): string {
  const digits = String(whole)
  if (digits.includes('e')) return digits.replace('e+', 'e')
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 3) {
    groups.unshift(digits.slice(Math.max(0, end - 3), end))
  }
  return groups.join(groupSpace)
}

function signed(value: number, magnitude: string): string {
  return value < 0 ? `${minus}${magnitude}` : magnitude
}
