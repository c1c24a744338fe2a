/** What a record tells of: one stretch of training, one evaluation, or the run as a whole. */
export type LogPhase = 'train' | 'eval' | 'summary'

/** One set of numbers that a log printed together. */
export interface LogRecord {
  readonly phase: LogPhase
  /** The step that the log itself names; never guessed from a progress bar or an order. */
  readonly step: number | null
  /** The epoch that the log itself names, as rounded as it was printed. */
  readonly epoch: number | null
  /** Unix time in milliseconds, where the line carries one with its zone. */
  readonly timeMs: number | null
  /** By the log's own names, in the log's order; values may be `NaN` or infinite. */
  readonly metrics: ReadonlyMap<string, number>
  /** The line it stands on, from 1: one more than the line feeds before it, as `grep -n` counts. */
  readonly line: number
}
