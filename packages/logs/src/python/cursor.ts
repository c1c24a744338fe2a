import { codeAt } from '../text/codeAt.ts'

/** Where a reader stands in a text. */
export interface Cursor {
  readonly text: string
  at: number
  /**
   * Where to look for the next dict should this one prove broken: behind the last token, or within
   * it where it was a string, since a quote that was lost turns the text between strings into one.
   * Never earlier, so that broken text is read a bounded number of times.
   */
  retryAt: number
}

/** Steps over blanks. */
export function skipBlanks(cursor: Cursor): void {
  while (isBlank(codeAt(cursor.text, cursor.at))) cursor.at += 1
}

/** Steps over blanks and then over the character of this code; tells whether it was there. */
export function take(cursor: Cursor, code: number): boolean {
  skipBlanks(cursor)
  if (codeAt(cursor.text, cursor.at) !== code) return false
  cursor.at += 1
  cursor.retryAt = cursor.at
  return true
}

/** Reads letters, digits and `_ . + -`: a number or a name, or '' where neither stands here. */
export function takeWord(cursor: Cursor): string {
  const from = cursor.at
  skipWord(cursor)
  return cursor.text.slice(from, cursor.at)
}

/** Steps over what `takeWord` reads. */
export function skipWord(cursor: Cursor): void {
  const { text } = cursor
  let at = cursor.at
  while (isWordCode(codeAt(text, at))) at += 1
  cursor.at = at
  cursor.retryAt = at
}

/** Whether a string begins here. */
export function isAtQuote({ text, at }: Cursor): boolean {
  const code = codeAt(text, at)
  return code === SINGLE_QUOTE || code === DOUBLE_QUOTE
}

/**
 * Steps over the string that begins here and returns its text as written, without the quotes;
 * `null` where it has no end.
 */
export function takeString(cursor: Cursor): string | null {
  const from = cursor.at + 1
  return skipString(cursor) ? cursor.text.slice(from, cursor.at - 1) : null
}

/** Steps over the string that begins here; tells whether it has an end. */
export function skipString(cursor: Cursor): boolean {
  const { text } = cursor
  const quote = codeAt(text, cursor.at)
  let at = cursor.at + 1
  cursor.retryAt = at
  while (at < text.length) {
    const code = codeAt(text, at)
    if (code === quote) {
      cursor.at = at + 1
      return true
    }
    at += code === BACKSLASH ? 2 : 1
  }
  cursor.at = text.length
  return false
}

const DOUBLE_QUOTE = 0x22
const SINGLE_QUOTE = 0x27
const BACKSLASH = 0x5c

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0
}

function isWordCode(code: number): boolean {
  const letter = code | 0x20
  if (letter >= 0x61 && letter <= 0x7a) return true
  if (code >= 0x30 && code <= 0x39) return true
  return code === 0x2e || code === 0x2d || code === 0x2b || code === 0x5f
}
