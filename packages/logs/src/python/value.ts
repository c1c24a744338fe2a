import { shortDecimal } from '../text/shortDecimal.ts'
import { codeAt } from '../text/codeAt.ts'
import { isAtQuote, skipBlanks, skipWord, takeString, takeWord, type Cursor } from './cursor.ts'
import { readPythonNumber } from './number.ts'
import { unescapeString } from './unescape.ts'

/** Stands for a value that is no plain one: a list, a dict, an object. */
export const otherValue: unique symbol = Symbol('other value')

/** `None` is `null`. */
export type PythonValue = number | string | boolean | null | typeof otherValue

/**
 * Reads the value that stands here, as Python's `repr` or JSON writes it; `undefined` where there
 * is none, or where the text ends within it.
 *
 * A scalar in its wrapping, such as `np.float64(0.5)` or `tensor(0.5, device='cuda:0')`, is its
 * number. What is longer than one value is stepped over and is `otherValue`.
 */
export function takeValue(cursor: Cursor): PythonValue | undefined {
  if (isAtQuote(cursor)) {
    const written = takeString(cursor)
    return written === null ? undefined : unescapeString(written)
  }
  const { text, at: from } = cursor
  skipWord(cursor)
  const isCall = codeAt(text, cursor.at) === OPEN_BRACKET
  const short = isCall ? NaN : shortDecimal(text, from, cursor.at)
  if (!Number.isNaN(short)) return short
  const word = text.slice(from, cursor.at)
  if (isCall) return takeCall(cursor, word)
  if (word !== '') return readWord(word)
  return isOpening(cursor.text[cursor.at]) ? takeOther(cursor, []) : undefined
}

const OPEN_BRACKET = 0x28

function readWord(word: string): PythonValue {
  switch (word) {
    case 'None':
    case 'null':
      return null
    case 'True':
    case 'true':
      return true
    case 'False':
    case 'false':
      return false
    default:
      return readPythonNumber(word) ?? otherValue
  }
}

/** NumPy scalars, tensors of torch and JAX, and Python's own, by the last part of their name. */
const scalarNames: ReadonlySet<string> = new Set(
  (
    'float float16 float32 float64 float128 longdouble bfloat16 int int8 int16 int32 int64 ' +
    'uint8 uint16 uint32 uint64 tensor array Array Decimal'
  ).split(' '),
)

function takeCall(cursor: Cursor, name: string): PythonValue | undefined {
  cursor.at += 1
  cursor.retryAt = cursor.at
  const isScalar = scalarNames.has(name.slice(name.lastIndexOf('.') + 1))
  const value = isScalar ? takeArgument(cursor) : otherValue
  return takeOther(cursor, [')']) === undefined ? undefined : value
}

function takeArgument(cursor: Cursor): PythonValue {
  skipBlanks(cursor)
  const word = isAtQuote(cursor) ? (takeString(cursor) ?? '') : takeWord(cursor)
  const number = readPythonNumber(word)
  skipBlanks(cursor)
  const next = cursor.text[cursor.at]
  return number !== null && (next === ')' || next === ',') ? number : otherValue
}

const closings: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

function isOpening(character: string | undefined): boolean {
  return character === '[' || character === '{' || character === '<'
}

/** Steps on to the `,` or `}` that ends this value, over whatever is bracketed or quoted. */
function takeOther(cursor: Cursor, open: string[]): typeof otherValue | undefined {
  const { text } = cursor
  while (cursor.at < text.length) {
    const character = text.charAt(cursor.at)
    // No value shows one outside a string. Stepping over it would open, at a quote that it escapes,
    // a string which was already read to the end of the line without finding its own.
    if (character === '\\') return undefined
    if (open.length === 0 && (character === ',' || character === '}')) return otherValue
    if (character === "'" || character === '"') {
      if (takeString(cursor) === null) return undefined
      continue
    }
    const closing = closings.get(character)
    if (closing !== undefined) open.push(closing)
    else if (isClosing(character) && open.pop() !== character) return undefined
    cursor.at += 1
    cursor.retryAt = cursor.at
  }
  return undefined
}

function isClosing(character: string): boolean {
  return character === ')' || character === ']' || character === '}'
}
