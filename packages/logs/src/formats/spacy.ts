import type { LogContext, LogFormat, LogLine } from '../format.ts'
import type { LogRecord } from '../record.ts'
import { createNamePool } from '../text/namePool.ts'
import { readNumber } from '../text/readNumber.ts'

/**
 * The table of `spacy train`, each row one evaluation. Losses are sums since the row before; the
 * `ENTS_…` are of 100, `SCORE` is of 1.
 *
 * ```
 * E    #       LOSS TOK2VEC  LOSS NER  ENTS_F  ENTS_P  ENTS_R  SCORE
 * ---  ------  ------------  --------  ------  ------  ------  ------
 * 122     600      17885.16   4397.02   92.00   92.00   92.00    0.92
 * ```
 *
 * Names hold blanks, so that two of them part the names; numbers may overflow their column, so that
 * any blanks part the numbers. A new header starts a new table.
 */
export const spacy: LogFormat = {
  name: 'spacy',
  marks: [' #  ', 'Itn  '],
  createReader(context) {
    const shareName = createNamePool()
    let columns: readonly string[] = []
    return {
      wantsAll: () => columns.length > 0,
      read(line) {
        const header = readHeader(line.text)
        if (header !== null) columns = header.map((name) => shareName(name))
        return header === null && columns.length > 0 ? readRow(line, columns, context) : []
      },
    }
  },
}

function readHeader(text: string): string[] | null {
  const cells = text.trim().split(/\s{2,20}/)
  const isTable = (cells[0] === 'E' && cells[1] === '#') || (cells[0] === 'Itn' && isLoss(cells[1]))
  return isTable && cells.length > 2 ? cells : null
}

/** spaCy 2 counted iterations only: `Itn  NER Loss   NER P   NER R   NER F   Token %  CPU WPS`. */
function isLoss(cell: string | undefined): boolean {
  return cell !== undefined && cell.endsWith('Loss')
}

function readRow(
  { text, number }: LogLine,
  columns: readonly string[],
  context: LogContext,
): LogRecord[] {
  const cells = text.trim().split(/\s/).filter(Boolean)
  const places = columns.filter(isPlace).length
  if (!cells.slice(0, places).every(isCount) || cells.length <= places) return []
  const values = cells.map(readNumber)
  if (values.includes(null)) return []
  if (values.length !== columns.length) {
    context.addNotice('odd-row', oddRowMessage, number)
    return []
  }
  const metrics = new Map<string, number>()
  columns.forEach((name, index) => {
    if (!isPlace(name)) metrics.set(name, values[index] ?? NaN)
  })
  const epoch = values[0] ?? null
  const step = columns[1] === '#' ? (values[1] ?? null) : null
  return [{ phase: 'eval', step, epoch, timeMs: null, metrics, line: number }]
}

const oddRowMessage =
  'A row of numbers has not as many cells as its table has columns: no record was made of it.'

function isPlace(name: string): boolean {
  return name === 'E' || name === '#' || name === 'Itn'
}

function isCount(cell: string): boolean {
  return /^\d{1,15}$/.test(cell)
}
