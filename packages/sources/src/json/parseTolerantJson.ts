import { RunoffError } from '@runoff/core'

/** What JSON can hold, with numbers that may be `NaN` or infinite. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue }

/**
 * Returns what a JSON text says, also where it holds the bare `NaN`, `Infinity` and `-Infinity`
 * that Python writes. Time grows with the length of the text; a `__proto__` is a name like others.
 *
 * @throws {RunoffError} `bad-log` when the text is no JSON even so.
 */
export function parseTolerantJson(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue
  } catch (cause) {
    return readTolerantly(text, cause)
  }
}

function readTolerantly(text: string, cause: unknown): JsonValue {
  if (!mentionsNonFinite(text)) throw notJson(cause)
  try {
    return new TolerantReader(text).read()
  } catch (error) {
    throw notJson(error)
  }
}

function mentionsNonFinite(text: string): boolean {
  return /nan|inf/i.test(text)
}

function notJson(cause: unknown): RunoffError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new RunoffError('bad-log', `The text is not JSON: ${reason}`, { cause })
}

/** Deep enough for any log, and far from the end of the stack. */
const maxDepth = 500

const bareWords: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['nan', NaN],
  ['NaN', NaN],
  ['inf', Infinity],
  ['Infinity', Infinity],
  ['-inf', -Infinity],
  ['-Infinity', -Infinity],
])

/** Reads from left to right and never back; numbers and strings are left to `JSON.parse`. */
class TolerantReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  read(): JsonValue {
    const value = this.#value(0)
    this.#skipBlanks()
    if (this.#at < this.#text.length) throw this.#unexpected()
    return value
  }

  #value(depth: number): JsonValue {
    if (depth > maxDepth) throw new SyntaxError(`It is nested more than ${maxDepth} levels deep.`)
    this.#skipBlanks()
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth)
      case '[':
        return this.#array(depth)
      case '"':
        return this.#string()
      default:
        return this.#word()
    }
  }

  #object(depth: number): JsonValue {
    const entries: [string, JsonValue][] = []
    this.#at++
    while (!this.#closes('}', entries.length)) {
      this.#skipBlanks()
      const name = this.#string()
      this.#skipBlanks()
      if (this.#text[this.#at] !== ':') throw this.#unexpected()
      this.#at++
      entries.push([name, this.#value(depth + 1)])
    }
    // Defines each name, so that `__proto__` sets no prototype.
    return Object.fromEntries(entries)
  }

  #array(depth: number): JsonValue {
    const values: JsonValue[] = []
    this.#at++
    while (!this.#closes(']', values.length)) values.push(this.#value(depth + 1))
    return values
  }

  /** Steps over the end of a list, or over the comma before its next member. */
  #closes(end: string, count: number): boolean {
    this.#skipBlanks()
    const next = this.#text[this.#at]
    if (next === end) this.#at++
    else if (count > 0 && next !== ',') throw this.#unexpected()
    else if (count > 0) this.#at++
    return next === end
  }

  #string(): string {
    const start = this.#at
    if (this.#text[start] !== '"') throw this.#unexpected()
    this.#at++
    while (this.#at < this.#text.length && this.#text[this.#at] !== '"') {
      this.#at += this.#text[this.#at] === '\\' ? 2 : 1
    }
    this.#at++
    return JSON.parse(this.#text.slice(start, this.#at)) as string
  }

  #word(): JsonValue {
    const start = this.#at
    while (this.#at < this.#text.length && !isDelimiter(this.#text.charCodeAt(this.#at))) this.#at++
    const word = this.#text.slice(start, this.#at)
    if (word === '') throw this.#unexpected()
    const known = bareWords.get(word)
    return known === undefined ? (JSON.parse(word) as JsonValue) : known
  }

  #skipBlanks(): void {
    while (isBlank(this.#text.charCodeAt(this.#at))) this.#at++
  }

  #unexpected(): SyntaxError {
    const found = this.#text[this.#at]
    const what = found === undefined ? 'It ends too early' : `Unexpected ${JSON.stringify(found)}`
    return new SyntaxError(`${what} at character ${this.#at}.`)
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

/** What ends a bare word: a blank or one of `,:[]{}"`. */
function isDelimiter(code: number): boolean {
  return isBlank(code) || delimiters.has(code)
}

const delimiters: ReadonlySet<number> = new Set(
  Array.from(',:[]{}"', (character) => character.charCodeAt(0)),
)
