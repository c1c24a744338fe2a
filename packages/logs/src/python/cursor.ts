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
  while (isBlank(cursor.text.charCodeAt(cursor.at))) cursor.at += 1
}

/** Steps over blanks and then over this character; tells whether it was there. */
export function take(cursor: Cursor, character: string): boolean {
  skipBlanks(cursor)
  if (cursor.text[cursor.at] !== character) return false
  cursor.at += 1
  cursor.retryAt = cursor.at
  return true
}

/** Reads letters, digits and `_ . + -`: a number or a name, or '' where neither stands here. */
export function takeWord(cursor: Cursor): string {
  const from = cursor.at
  while (isWordCode(cursor.text.charCodeAt(cursor.at))) cursor.at += 1
  cursor.retryAt = cursor.at
  return cursor.text.slice(from, cursor.at)
}

/** Whether a string begins here. */
export function isAtQuote({ text, at }: Cursor): boolean {
  return text[at] === "'" || text[at] === '"'
}

/**
 * Steps over the string that begins here and returns its text as written, without the quotes;
 * `null` where it has no end.
 */
export function takeString(cursor: Cursor): string | null {
  const { text } = cursor
  const quote = text.charCodeAt(cursor.at)
  const from = cursor.at + 1
  let at = from
  cursor.retryAt = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === quote) {
      cursor.at = at + 1
      return text.slice(from, at)
    }
    at += code === BACKSLASH ? 2 : 1
  }
  cursor.at = text.length
  return null
}

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
