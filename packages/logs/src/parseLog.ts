import type { Notice } from '@runoff/core'
import { createLogParser, type ParseOptions } from './parser.ts'
import type { LogRecord } from './record.ts'

export interface ParsedLog {
  /** In the order of the log. */
  readonly records: readonly LogRecord[]
  /** The formats that were met, such as `huggingface`. */
  readonly formats: readonly string[]
  /** What was odd; holds `no-metrics` where there are no records. */
  readonly notices: readonly Notice[]
}

/**
 * Returns every set of metrics that a training log printed, and what was odd about it.
 *
 * Shape: one whole text in, records in the order of the log out. Units: the log's own. Missing:
 * metrics that were not logged are absent, a step or epoch that was not named is `null`. A text
 * without metrics gives no records and the notice `no-metrics`.
 */
export function parseLog(text: string, options: ParseOptions = {}): ParsedLog {
  const parser = createLogParser(options)
  const records = parser.push(text)
  for (const record of parser.end()) records.push(record)
  return { records, formats: parser.formats, notices: parser.notices }
}
