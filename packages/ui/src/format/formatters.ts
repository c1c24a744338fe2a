import type { FormatMessages } from './formatMessages.ts'
import {
  formatCount,
  formatFull,
  formatLearningRate,
  formatMetric,
  formatPercent,
} from './formatNumber.ts'
import { formatDateTime, formatDuration, formatMonthDay } from './formatTime.ts'

type WriteNumber = (value: number | null) => string

/** What writes numbers and times in the marks of a language; missing is `–` in each. */
export interface Formatters {
  /** A metric's value with four significant digits. */
  readonly metric: WriteNumber
  /** A learning rate in scientific notation. */
  readonly learningRate: WriteNumber
  readonly count: WriteNumber
  /** Every digit that it takes to read the same number again. */
  readonly full: WriteNumber
  readonly percent: WriteNumber
  readonly duration: (durationMs: number | null) => string
  readonly monthDay: (timeMs: number | null) => string
  readonly dateTime: (timeMs: number | null) => string
}

/** Returns what writes numbers and times as a catalogue of words wants them. */
export function createFormatters(format: FormatMessages): Formatters {
  const marked = (write: WriteNumber): WriteNumber => {
    return (value) => withMarks(write(value), format.numberMarks)
  }
  return {
    metric: marked(formatMetric),
    learningRate: marked(formatLearningRate),
    count: marked(formatCount),
    full: marked(formatFull),
    percent: marked(formatPercent),
    duration: (durationMs) => withMarks(formatDuration(durationMs), format.numberMarks),
    monthDay: (timeMs) => formatMonthDay(timeMs, format),
    dateTime: (timeMs) => formatDateTime(timeMs),
  }
}

/** The signs within a number that languages write in their own way. */
export interface NumberMarks {
  readonly decimal: string
  /** Between groups of three digits. */
  readonly group: string
}

/** A narrow space that does not break, which the plain formats put between groups of digits. */
const groupSpace = '\u202f'

function withMarks(text: string, { decimal, group }: NumberMarks): string {
  if (decimal === '.' && group === groupSpace) return text
  return text.replaceAll('.', '\0').replaceAll(groupSpace, group).replaceAll('\0', decimal)
}
