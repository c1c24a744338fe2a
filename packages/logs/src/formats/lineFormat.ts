import type { LogContext, LogFormat, LogLine } from '../format.ts'
import type { LogPhase, LogRecord } from '../record.ts'
import { createNamePool } from '../text/namePool.ts'
import { readZonedTime } from '../text/zonedTime.ts'

/** What one line says, before it is a record. */
export interface LineReading {
  readonly phase: LogPhase
  /** Absent where the line names none. */
  readonly step?: number | null
  /** Absent where the line names none. */
  readonly epoch?: number | null
  readonly metrics: Iterable<readonly [name: string, value: number]>
}

/** Says that something on this line was odd. */
export type TellNotice = (code: string, message: string) => void

export interface LineFormatOptions {
  /** Short and stable, such as `nanogpt`. */
  readonly name: string
  /** Texts without which a line is not of this format. */
  readonly marks: readonly string[]
  /** Returns what a line says, or `null` where it is not of this format or holds no metric. */
  readonly readLine: (text: string, tell: TellNotice) => LineReading | null
}

/** Returns a format whose lines each stand for themselves, one record to a line at most. */
export function lineFormat({ name, marks, readLine }: LineFormatOptions): LogFormat {
  return {
    name,
    marks,
    createReader(context) {
      const write = createRecordWriter()
      return {
        read(line) {
          const reading = readLine(line.text, tellerOf(context, line))
          return reading === null ? [] : write(reading, line)
        },
      }
    },
  }
}

/** Returns a function that tells notices of one line. */
export function tellerOf({ addNotice }: LogContext, { number }: LogLine): TellNotice {
  return (code, message) => addNotice(code, message, number)
}

/** Writes a reading down as a record of its line; none where it holds no metric. */
export type RecordWriter = (reading: LineReading, line: LogLine) => LogRecord[]

/** Returns a writer whose records share their names. */
export function createRecordWriter(): RecordWriter {
  const shareName = createNamePool()
  return ({ phase, step = null, epoch = null, metrics }, { text, number }) => {
    const values = new Map<string, number>()
    for (const [name, value] of metrics) values.set(shareName(name), value)
    if (values.size === 0) return []
    return [{ phase, step, epoch, timeMs: readZonedTime(text), metrics: values, line: number }]
  }
}
