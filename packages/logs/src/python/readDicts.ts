import { isAtQuote, skipBlanks, take, takeString, type Cursor } from './cursor.ts'
import { unescapeString } from './unescape.ts'
import { takeValue, type PythonValue } from './value.ts'

/** A dict as a text shows it. */
export interface PythonDict {
  /** What was read of it, in its order; a key that comes twice has its last value. */
  readonly entries: ReadonlyMap<string, PythonValue>
  /** False where it breaks off, or turns into something else, before its closing brace. */
  readonly isClosed: boolean
}

interface DictSpan extends PythonDict {
  /** Where to look for the next one. */
  readonly end: number
}

/**
 * Returns the dicts that stand in a line, as Python's `repr` or JSON writes them, whatever stands
 * before, between and behind them.
 *
 * Shape: keys are strings; a dict within a dict is a value of it, not one of its own. Missing: a
 * dict of which not one entry could be read is left out. Costs time linear in the text, whatever
 * the text is.
 */
export function readDicts(text: string): PythonDict[] {
  const dicts: PythonDict[] = []
  let start = text.indexOf('{')
  while (start !== -1) {
    const { entries, isClosed, end } = readDict(text, start)
    if (entries.size > 0) dicts.push({ entries, isClosed })
    start = text.indexOf('{', end)
  }
  return dicts
}

function readDict(text: string, start: number): DictSpan {
  const cursor: Cursor = { text, at: start + 1, retryAt: start + 1 }
  const entries = new Map<string, PythonValue>()
  do {
    if (take(cursor, '}')) return { entries, isClosed: true, end: cursor.at }
    if (!takeEntry(cursor, entries)) return { entries, isClosed: false, end: cursor.retryAt }
  } while (take(cursor, ','))
  const isClosed = take(cursor, '}')
  return { entries, isClosed, end: cursor.retryAt }
}

/** Adds the entry that stands here; only where it is followed by `,` or `}`, and so is whole. */
function takeEntry(cursor: Cursor, entries: Map<string, PythonValue>): boolean {
  skipBlanks(cursor)
  if (!isAtQuote(cursor)) return false
  const key = takeString(cursor)
  if (key === null || !take(cursor, ':')) return false
  skipBlanks(cursor)
  const value = takeValue(cursor)
  if (value === undefined) return false
  skipBlanks(cursor)
  const next = cursor.text[cursor.at]
  if (next !== ',' && next !== '}') return false
  entries.set(unescapeString(key), value)
  return true
}
