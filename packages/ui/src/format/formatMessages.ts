import type { RunStatus } from '@runoff/core'
import type { NumberMarks } from './formatters.ts'

/** Words that every part shares: those within formatted values, and the names of things. */
export interface FormatMessages {
  /** How numbers are written; by default with a point, and a narrow space between groups of digits. */
  readonly numberMarks: NumberMarks
  /** A share: '15.2 %' of '15.2'. */
  readonly percent: (number: string) => string
  readonly durations: DurationWords
  /** What stands between the entries of a list, and before the last one: 'a, b and c'. */
  readonly list: { readonly between: string; readonly last: string }
  readonly joints: JointWords
  /** The months from January to December, as short as they are written in a date. */
  readonly months: readonly string[]
  /** A month and a day: 'Nov 21'. */
  readonly monthDay: (month: string, day: number) => string
  /** A time in full, in UTC, of '2026-11-21' and '08:32:05'. */
  readonly dateTime: (date: string, clock: string) => string
  readonly statuses: Readonly<Record<RunStatus, string>>
  /** Of a metric whose last value was `NaN` or infinite. */
  readonly endedIn: (value: string) => string
  /** What metrics are called where they stand alone; any other by the words of its own name. */
  readonly metricNames: Readonly<Record<string, string>>
  /** The same in the middle of a sentence: 'The lowest eval loss of the run.' */
  readonly metricWords: Readonly<Record<string, string>>
}

/** How texts are joined that parts put beside each other. */
export interface JointWords {
  /** What stands between two sentences. */
  readonly betweenSentences: string
  /** A name and what is said of it: 'lr-3e-4: 0.2345'. */
  readonly labelled: (name: string, text: string) => string
  /** A text and a remark on it: 'lr-3e-4 (run-7)'. */
  readonly aside: (text: string, remark: string) => string
}

/** How long something took, of a number that is written out: '45 s', '2 h 5 min'. */
export interface DurationWords {
  readonly seconds: (count: string) => string
  readonly minutes: (count: string) => string
  readonly hours: (count: string) => string
  readonly days: (count: string) => string
  /** A time in its two largest units. */
  readonly both: (large: string, small: string) => string
}

export const formatMessages: FormatMessages = {
  numberMarks: { decimal: '.', group: '\u202f' },
  percent: (number) => `${number} %`,
  durations: {
    seconds: (count) => `${count} s`,
    minutes: (count) => `${count} min`,
    hours: (count) => `${count} h`,
    days: (count) => `${count} d`,
    both: (large, small) => `${large} ${small}`,
  },
  list: { between: ', ', last: ' and ' },
  joints: {
    betweenSentences: ' ',
    labelled: (name, text) => `${name}: ${text}`,
    aside: (text, remark) => `${text} (${remark})`,
  },
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  monthDay: (month, day) => `${month} ${day}`,
  dateTime: (date, clock) => `${date} ${clock} UTC`,
  statuses: {
    queued: 'Queued',
    running: 'Running',
    completed: 'Completed',
    failed: 'Failed',
    cancelled: 'Cancelled',
    unknown: 'Unknown',
  },
  endedIn: (value) => `ended in ${value}`,
  metricNames: {
    'eval/loss': 'Loss',
    'eval/perplexity': 'Perplexity',
    perplexity: 'Perplexity',
    learning_rate: 'Learning rate',
    grad_norm: 'Gradient norm',
    'train/tokens_per_second': 'Tokens per second',
    'train/samples_per_second': 'Samples per second',
    gpu_memory_allocated_gb: 'GPU memory (GB)',
  },
  metricWords: {
    'eval/loss': 'eval loss',
    'train/loss': 'train loss',
    loss: 'loss',
    'eval/accuracy': 'eval accuracy',
    'train/accuracy': 'train accuracy',
    accuracy: 'accuracy',
    'eval/perplexity': 'eval perplexity',
    perplexity: 'perplexity',
    learning_rate: 'learning rate',
    grad_norm: 'gradient norm',
    'train/tokens_per_second': 'tokens per second',
    'train/samples_per_second': 'samples per second',
    gpu_memory_allocated_gb: 'GPU memory in GB',
  },
}
