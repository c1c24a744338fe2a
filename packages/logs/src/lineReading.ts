import type { LogFormat, LogLine, LogReader } from './format.ts'
import { isMeasure } from './formats/metricNames.ts'
import type { NoticeBook } from './noticeBook.ts'
import type { LogRecord } from './record.ts'
import { createMarkSearch } from './text/markSearch.ts'

/** A format and the reader that it made for this log. */
export interface StartedReader {
  readonly format: LogFormat
  readonly reader: LogReader
}

type OnRecords = (format: string, records: readonly LogRecord[]) => void

/**
 * Returns a function that shows a line to the readers whose marks it holds, in their order, until one
 * finds records on it; these are handed on.
 */
export function createLineReading(
  readers: readonly StartedReader[],
  notices: NoticeBook,
  onRecords: OnRecords,
): (line: LogLine) => void {
  const marks = createMarkSearch(readers.map(({ format }) => format.marks))
  const asking = readers.flatMap(({ reader }, index) => (reader.wantsAll ? [index] : []))
  const isWanting = (index: number): boolean => readers[index]?.reader.wantsAll?.() === true
  let isFamilyMet = false

  /** Returns whether the line is settled. */
  const show = (line: LogLine, { format, reader }: StartedReader): boolean => {
    const records = reader.read(line)
    if (records.length === 0) return reader.hasTaken?.() === true
    if (format.isGeneric !== true) isFamilyMet ||= records.some(holdsMeasure)
    if (isFamilyMet && format.isGeneric === true) {
      notices.add('other-lines', otherMessage, line.number)
    } else onRecords(format.name, records)
    // What was held back of lines before leaves this line to others.
    return records.some((record) => record.line === line.number) || reader.hasTaken?.() === true
  }

  return (line) => {
    const marked = marks.look(line.text)
    const shown = asking.some(isWanting) ? inOrder(marked, asking.filter(isWanting)) : marked
    for (const index of shown) {
      if (show(line, readers[index] as StartedReader)) return
    }
  }
}

/** An engine such as DeepSpeed tells its state alone, and leaves the loss to the script it runs. */
function holdsMeasure({ metrics }: LogRecord): boolean {
  return [...metrics.keys()].some(isMeasure)
}

function inOrder(marked: readonly number[], wanting: readonly number[]): number[] {
  return [...new Set([...marked, ...wanting])].toSorted((a, b) => a - b)
}

const otherMessage =
  'Lines that also look like metrics are none of the formats met in this log: no records were made of them.'
