import { formatMessages, type FormatMessages } from './formatMessages.ts'
import { noValue } from './formatNumber.ts'

const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/**
 * Returns how long something took, in its two largest units: `45 s`, `12 min 30 s`, `2 h 5 min`,
 * `3 d 4 h`; below ten seconds with one digit after the point.
 *
 * Units: milliseconds in. Missing: `–` for `null`, for what is not finite, and for a negative
 * time, which only clocks that disagree can give.
 */
export function formatDuration(durationMs: number | null): string {
  if (durationMs === null || !Number.isFinite(durationMs) || durationMs < 0) return noValue
  if (durationMs < 10 * secondMs) return `${Math.round(durationMs / 100) / 10} s`
  if (durationMs < minuteMs - secondMs / 2) return `${Math.round(durationMs / secondMs)} s`
  if (durationMs < hourMs - secondMs / 2)
    return twoUnits(durationMs, minuteMs, 'min', secondMs, 's')
  if (durationMs < dayMs - minuteMs / 2) return twoUnits(durationMs, hourMs, 'h', minuteMs, 'min')
  return twoUnits(durationMs, dayMs, 'd', hourMs, 'h')
}

/**
 * Returns the month and day of a time, in UTC so that a server and every browser write the same:
 * `Nov 21`.
 *
 * Units: Unix time in milliseconds. Missing: `–` for `null` and for a time outside the calendar.
 */
export function formatMonthDay(
  timeMs: number | null,
  messages: Pick<FormatMessages, 'months' | 'monthDay'> = formatMessages,
): string {
  const date = readDate(timeMs)
  if (date === null) return noValue
  const month = messages.months[date.getUTCMonth()] ?? String(date.getUTCMonth() + 1)
  return messages.monthDay(month, date.getUTCDate())
}

/**
 * Returns a time in full, in UTC: `2026-11-21 08:32:05 UTC`.
 *
 * Units and missing: as in `formatMonthDay`.
 */
export function formatDateTime(timeMs: number | null): string {
  const date = readDate(timeMs)
  return date === null ? noValue : `${date.toISOString().replace('T', ' ').slice(0, -5)} UTC`
}

function readDate(timeMs: number | null): Date | null {
  if (timeMs === null) return null
  const date = new Date(timeMs)
  return Number.isNaN(date.getTime()) ? null : date
}

function twoUnits(
  durationMs: number,
  largeMs: number,
  large: string,
  smallMs: number,
  small: string,
): string {
  const smallCount = Math.round(durationMs / smallMs)
  const perLarge = largeMs / smallMs
  const rest = smallCount % perLarge
  const whole = (smallCount - rest) / perLarge
  return rest === 0 ? `${whole} ${large}` : `${whole} ${large} ${rest} ${small}`
}
