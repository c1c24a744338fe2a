import type { FormatMessages } from './formatMessages.ts'
import {
  formatComputed,
  formatCount,
  formatFull,
  formatLearningRate,
  formatMetric,
  formatPercent,
} from './formatNumber.ts'
import { metricWords } from './metricName.ts'
import { formatDateTime, formatDuration, formatMonthDay } from './formatTime.ts'

type WriteNumber = (value: number | null) => string

/** What messages write whole numbers with that may be large. */
export type WriteCount = (count: number) => string

/** What writes numbers, times, lists and metrics in the way of a language; a missing number is `–`. */
export interface Formatters {
  /** A metric's value with four significant digits. */
  readonly metric: WriteNumber
  /** A learning rate in scientific notation. */
  readonly learningRate: WriteNumber
  readonly count: WriteNumber
  /** Every digit that it takes to read the same number again. */
  readonly full: WriteNumber
  /** What was computed, to the digits that are the same in every engine. */
  readonly computed: WriteNumber
  readonly percent: WriteNumber
  /** A number that code has written with a point, such as `toFixed` does, in the marks of the language. */
  readonly marked: (plain: string) => string
  /** The same as a percentage: `95 %` of `95`. */
  readonly markedPercent: (plain: string) => string
  readonly duration: (durationMs: number | null) => string
  readonly monthDay: (timeMs: number | null) => string
  readonly dateTime: (timeMs: number | null) => string
  /** What a metric is called in the middle of a sentence: `eval loss`. */
  readonly metricWords: (metric: string) => string
  /** Entries in a sentence: `a, b and c`; empty of none. */
  readonly list: (entries: readonly string[]) => string
  /** Entries that stand side by side: `a, b, c`. */
  readonly join: (entries: readonly string[]) => string
  /** Sentences in a row. */
  readonly sentences: (texts: readonly string[]) => string
  /** A name and what is said of it: `lr-3e-4: 0.2345`. */
  readonly labelled: (name: string, text: string) => string
  /** A text and a remark on it: `lr-3e-4 (run-7)`. */
  readonly aside: (text: string, remark: string) => string
}

/** Returns what writes numbers, times, lists and metrics as a catalogue of words wants them. */
export function createFormatters(format: FormatMessages): Formatters {
  const { between, last } = format.list
  const marked = (plain: string): string => withMarks(plain, format.numberMarks)
  const markedPercent = (plain: string): string => format.percent(marked(plain))
  const join = (entries: readonly string[]): string => entries.join(between)
  return {
    metric: (value) => marked(formatMetric(value)),
    learningRate: (value) => marked(formatLearningRate(value)),
    count: (value) => marked(formatCount(value)),
    full: (value) => marked(formatFull(value)),
    computed: (value) => marked(formatComputed(value)),
    percent: (value) => formatPercent(value, markedPercent),
    marked,
    markedPercent,
    duration: (durationMs) => formatDuration(durationMs, format, marked),
    monthDay: (timeMs) => formatMonthDay(timeMs, format),
    dateTime: (timeMs) => formatDateTime(timeMs, format),
    metricWords: (metric) => metricWords(metric, format),
    list: (entries) => {
      if (entries.length < 2) return join(entries)
      return `${join(entries.slice(0, -1))}${last}${entries.at(-1) ?? ''}`
    },
    join,
    sentences: (texts) => texts.join(format.joints.betweenSentences),
    labelled: format.joints.labelled,
    aside: format.joints.aside,
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
  return text.replace(/[.\u202f]/g, (mark) => (mark === groupSpace ? group : decimal))
}
