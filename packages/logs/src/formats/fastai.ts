import type { LogFormat, LogReader } from '../format.ts'
import { readNumber } from '../text/readNumber.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'

/**
 * The table of epochs that fastai prints, and skorch's, which has rules and clocks of its own.
 *
 * `epoch     train_loss  valid_loss  accuracy  time`
 * `0         0.512345    0.412345    0.901234  00:12`
 *
 * A row tells of training and of validation and counts as training. `#na#` is no number. Rows end
 * with the first line that is none.
 */
export const fastai: LogFormat = {
  name: 'fastai',
  marks: ['train_loss'],
  createReader: createFastaiReader,
}

function createFastaiReader(): LogReader {
  const write = createRecordWriter()
  let columns: readonly string[] = []
  return {
    wantsAll: () => columns.length > 0,
    read(line) {
      const cells = line.text.split(/\s+/).filter((cell) => cell !== '')
      if (cells[0] === 'epoch' && cells.includes('train_loss') && cells.every(isName)) {
        columns = cells
        return []
      }
      if (columns.length === 0 || cells.every(isDash)) return []
      const reading = readRow(cells, columns)
      if (reading === null) columns = []
      return reading === null ? [] : write(reading, line)
    },
  }
}

function isName(cell: string): boolean {
  return /^[A-Za-z][\w.@-]*$/.test(cell)
}

function isDash(cell: string): boolean {
  return /^-+$/.test(cell)
}

const clock = /^(?:\d+:)?\d+:\d\d$/

function readRow(cells: readonly string[], columns: readonly string[]): LineReading | null {
  const epoch = readNumber(cells[0] ?? '')
  // skorch marks a better row with a `+` behind its numbers, in a column without a name.
  const row = cells.filter((cell) => !/^\++$/.test(cell))
  if (epoch === null || row.length !== columns.length) return null
  const metrics = new Map<string, number>()
  for (const [index, name] of columns.entries()) {
    const cell = row[index] ?? ''
    const value = readNumber(cell)
    if (value === null && !clock.test(cell) && cell !== '#na#') return null
    if (value !== null && index > 0) metrics.set(name, value)
  }
  return { phase: 'train', epoch, metrics }
}
