import type { RunStatus } from '@runoff/core'
import type { NumberMarks } from './formatters.ts'

/** Words that every part shares: those within formatted values, and the names of things. */
export interface FormatMessages {
  /** How numbers are written; by default with a point, and a narrow space between groups of digits. */
  readonly numberMarks: NumberMarks
  /** The months from January to December, as short as they are written in a date. */
  readonly months: readonly string[]
  /** A month and a day: 'Nov 21'. */
  readonly monthDay: (month: string, day: number) => string
  readonly statuses: Readonly<Record<RunStatus, string>>
  /** Of a metric whose last value was `NaN` or infinite. */
  readonly endedIn: (value: string) => string
  /** What well-known metrics are called; any other by the words of its own name. */
  readonly metricNames: Readonly<Record<string, string>>
}

export const formatMessages: FormatMessages = {
  numberMarks: { decimal: '.', group: '\u202f' },
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  monthDay: (month, day) => `${month} ${day}`,
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
}
