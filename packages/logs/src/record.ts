import type { Notice } from '@runoff/core'

/** What a record tells of: one training step, one evaluation, or the run as a whole. */
export type LogPhase = 'train' | 'eval' | 'summary'

/** One set of numbers that a log printed together. */
export interface LogRecord {
  readonly phase: LogPhase
  /** The step that the log itself names; never guessed from a progress bar or an order. */
  readonly step: number | null
  readonly epoch: number | null
  /** Unix time in milliseconds, where the line carries one with its zone. */
  readonly timeMs: number | null
  /** By the log's own names; values may be `NaN` or infinite. */
  readonly metrics: ReadonlyMap<string, number>
  /** The line it stands on, from 1. */
  readonly line: number
}

export interface ParseOptions {
  /** A hint for recognising the format. */
  readonly fileName?: string
}

export interface ParsedLog {
  readonly records: readonly LogRecord[]
  /** The formats that were met, such as `huggingface`. */
  readonly formats: readonly string[]
  readonly notices: readonly Notice[]
}

/** Reads a log piece by piece; any cut of the text into chunks gives the same records. */
export interface LogParser {
  push(chunk: string): LogRecord[]
  end(): LogRecord[]
  readonly formats: readonly string[]
  readonly notices: readonly Notice[]
}
