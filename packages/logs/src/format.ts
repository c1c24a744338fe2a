import type { LogRecord } from './record.ts'

/** What stands between two line ends (`\n`, `\r`), without escape sequences; never empty. */
export interface LogLine {
  readonly text: string
  /** From 1, counted by `\n` alone: the frames of a progress bar share the line they are drawn on. */
  readonly number: number
}

/** What a format is given for one log. */
export interface LogContext {
  /** The log's file name, where the caller told it. */
  readonly fileName: string | null
  /** Says that something odd was met; one code is told once, with its first line and a count. */
  readonly addNotice: (code: string, message: string, line: number) => void
}

/** Reads the lines of one log, one after another; may remember what it has seen. */
export interface LogReader {
  /**
   * Returns the records that stand on this line; none where it is not of this format. Records of lines
   * before, which were held back until now, may be among them: alone they do not take the line.
   */
  read(line: LogLine): readonly LogRecord[]
  /**
   * Asked before each line: while it says yes, lines that hold no mark are shown as well, as a table
   * needs whose header has been met.
   */
  wantsAll?(): boolean
  /**
   * Asked after a line on which no record stands: whether the line is of this format all the same, such as
   * one that is held back or left out on purpose. No other format is shown it then.
   */
  hasTaken?(): boolean
  /** Returns what was still held back when the log ended. */
  end?(): readonly LogRecord[]
}

/** One family of log lines. The first format that finds records on a line has the line. */
export interface LogFormat {
  /** Short and stable, such as `huggingface`. */
  readonly name: string
  /** A line that holds none of these texts is not shown to the reader; with no marks, all are. */
  readonly marks: readonly string[]
  /**
   * Whether it reads what any script may print. Such a format has no line once another has found
   * losses or other measures in the log: what it still finds is left out with a notice. @default false
   */
  readonly isGeneric?: boolean
  /**
   * Whether its lines come from an engine that works for any script, so that the losses may stand in
   * lines of the script's own: generic formats are read beside it. @default false
   */
  readonly standsBeside?: boolean
  /** Starts reading one log. */
  createReader(context: LogContext): LogReader
}
