import type { ShareName } from '../text/namePool.ts'
import { codeAt } from '../text/codeAt.ts'
import { isAtQuote, skipBlanks, skipString, take, type Cursor } from './cursor.ts'
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
 * the text is. A pool, where one is given, is where the keys come from.
 */
export function readDicts(text: string, shareName: ShareName = cutName): PythonDict[] {
  const dicts: PythonDict[] = []
  let start = text.indexOf('{')
  while (start !== -1) {
    const { entries, isClosed, end } = readDict(text, start, shareName)
    if (entries.size > 0) dicts.push({ entries, isClosed })
    start = text.indexOf('{', end)
  }
  return dicts
}

function cutName(text: string, from?: number, end?: number): string {
  return text.slice(from, end)
}

function readDict(text: string, start: number, shareName: ShareName): DictSpan {
  const cursor: Cursor = { text, at: start + 1, retryAt: start + 1 }
  const entries = new Map<string, PythonValue>()
  do {
    if (take(cursor, CLOSE_BRACE)) return { entries, isClosed: true, end: cursor.at }
    if (!takeEntry(cursor, entries, shareName))
      return { entries, isClosed: false, end: cursor.retryAt }
  } while (take(cursor, COMMA))
  const isClosed = take(cursor, CLOSE_BRACE)
  return { entries, isClosed, end: cursor.retryAt }
}

const COMMA = 0x2c
const COLON = 0x3a
const CLOSE_BRACE = 0x7d

/** Adds the entry that stands here; only where it is followed by `,` or `}`, and so is whole. */
function takeEntry(
  cursor: Cursor,
  entries: Map<string, PythonValue>,
  shareName: ShareName,
): boolean {
  skipBlanks(cursor)
  if (!isAtQuote(cursor)) return false
  const keyFrom = cursor.at + 1
  if (!skipString(cursor)) return false
  const keyEnd = cursor.at - 1
  if (!take(cursor, COLON)) return false
  skipBlanks(cursor)
  const value = takeValue(cursor)
  if (value === undefined) return false
  skipBlanks(cursor)
  const next = codeAt(cursor.text, cursor.at)
  if (next !== COMMA && next !== CLOSE_BRACE) return false
  entries.set(unescapeString(shareName(cursor.text, keyFrom, keyEnd)), value)
  return true
}
