import type { LogLine, LogReader } from '../format.ts'
import type { LogRecord } from '../record.ts'
import { readNumber } from '../text/readNumber.ts'
import type { RecordWriter } from './lineFormat.ts'

/** The table of results that `trainer.test` and `trainer.validate` print, with a frame or without. */
export interface ResultTable extends LogReader {
  /** Whether the head of a table has been met, and its foot has not. */
  isOpen(): boolean
  isHead(text: string): boolean
  end(): LogRecord[]
}

const head = /(?:Test|Validate) metric((?:[ │┃|]+DataLoader \d+)+)/
const loaders = /DataLoader (\d+)/g

/** Returns a reader of tables, to be shown each line from a head on while it is open. */
export function createResultTable(write: RecordWriter): ResultTable {
  let columns: readonly string[] = []
  let metrics = new Map<string, number>()
  let lastLine: LogLine | null = null

  const close = (): LogRecord[] => {
    const found = metrics
    columns = []
    metrics = new Map()
    return lastLine === null ? [] : write({ phase: 'eval', metrics: found }, lastLine)
  }

  return {
    isOpen: () => columns.length > 0,
    isHead: (text) => head.test(text),
    read(line) {
      const opened = head.exec(line.text)
      if (opened !== null) {
        const records = close()
        columns = Array.from((opened[1] ?? '').matchAll(loaders), (match) => match[1] ?? '')
        return records
      }
      if (isRule(line.text)) return metrics.size > 0 ? close() : []
      const cells = line.text.split(/[\s│┃|]+/).filter((cell) => cell !== '')
      const values = cells.slice(1).map(readNumber)
      if (values.length !== columns.length || values.includes(null)) return close()
      setRow(metrics, cells[0] ?? '', columns, values)
      lastLine = line
      return []
    },
    end: close,
  }
}

/** With more than one loader, names end as Lightning's own do. */
function setRow(
  metrics: Map<string, number>,
  name: string,
  columns: readonly string[],
  values: readonly (number | null)[],
): void {
  for (const [index, column] of columns.entries()) {
    const value = values[index] ?? null
    if (value === null) continue
    metrics.set(columns.length === 1 ? name : `${name}/dataloader_idx_${column}`, value)
  }
}

const ruleCodes: ReadonlySet<string> = new Set('─━-┏┓┗┛┡┩┢┪╇┳┻└┘┴┬┼├┤╋┃│ ')

/** A line that draws the frame. */
function isRule(text: string): boolean {
  const trimmed = text.trim()
  return trimmed !== '' && Array.from(trimmed).every((sign) => ruleCodes.has(sign))
}
