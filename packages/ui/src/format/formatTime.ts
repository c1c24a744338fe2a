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
export function formatDuration(
  durationMs: number | null,
  { durations: words }: Pick<FormatMessages, 'durations'> = formatMessages,
  marked: (number: string) => string = String,
): string {
  if (durationMs === null || !Number.isFinite(durationMs) || durationMs < 0) return noValue
  if (durationMs < minuteMs - secondMs / 2) {
    const unit = durationMs < 10 * secondMs ? 10 : 1
    return words.seconds(marked(String(Math.round((durationMs * unit) / secondMs) / unit)))
  }
  const [large, small] = unitsOf(durationMs)
  const smallCount = Math.round(durationMs / small.ms)
  const perLarge = large.ms / small.ms
  const rest = smallCount % perLarge
  const whole = words[large.unit](String((smallCount - rest) / perLarge))
  return rest === 0 ? whole : words.both(whole, words[small.unit](String(rest)))
}

interface DurationUnit {
  readonly unit: 'seconds' | 'minutes' | 'hours' | 'days'
  readonly ms: number
}

const seconds: DurationUnit = { unit: 'seconds', ms: secondMs }
const minutes: DurationUnit = { unit: 'minutes', ms: minuteMs }
const hours: DurationUnit = { unit: 'hours', ms: hourMs }
const days: DurationUnit = { unit: 'days', ms: dayMs }

function unitsOf(durationMs: number): readonly [large: DurationUnit, small: DurationUnit] {
  if (durationMs < hourMs - secondMs / 2) return [minutes, seconds]
  return durationMs < dayMs - minuteMs / 2 ? [hours, minutes] : [days, hours]
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
export function formatDateTime(
  timeMs: number | null,
  messages: Pick<FormatMessages, 'dateTime'> = formatMessages,
): string {
  const date = readDate(timeMs)
  if (date === null) return noValue
  const [day = '', clock = ''] = date.toISOString().slice(0, -5).split('T')
  return messages.dateTime(day, clock)
}

function readDate(timeMs: number | null): Date | null {
  if (timeMs === null) return null
  const date = new Date(timeMs)
  return Number.isNaN(date.getTime()) ? null : date
}
