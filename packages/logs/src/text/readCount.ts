import { codeAt } from './codeAt.ts'
import { digitsEnd, numberIn, skipBlanks } from './readNumber.ts'

/** A whole number that a text names, and where it stands. */
export interface FoundCount {
  readonly value: number
  /** Where the word before it begins. */
  readonly from: number
  /** The place behind its last digit. */
  readonly end: number
}

/**
 * Returns the first whole number that stands right behind a word, such as 10 behind `step:` in
 * `step:    10`, or `null` where there is none. The word must begin where a word begins: `step:` is
 * not found in `global_step: 10`; one that begins with a sign, such as `/step=`, may stand anywhere.
 * Costs time linear in the text.
 */
export function findCount(text: string, word: string, start = 0): FoundCount | null {
  const mustBegin = wordTail.has(word.charCodeAt(0)) && word[0] !== '/'
  let from = text.indexOf(word, start)
  while (from !== -1) {
    const found =
      mustBegin && isInsideWord(text, from) ? null : countAt(text, from, from + word.length)
    if (found !== null) return found
    from = text.indexOf(word, from + word.length)
  }
  return null
}

/** Returns the whole number at a place, blanks before it allowed, or `null` where none stands. */
export function readCountAt(text: string, at: number): FoundCount | null {
  return countAt(text, at, at)
}

function countAt(text: string, from: number, at: number): FoundCount | null {
  const start = skipBlanks(text, at)
  const end = digitsEnd(text, start)
  const value = numberIn(text, start, end)
  return value === null ? null : { value, from, end }
}

/** Letters, digits, `_`, `/`, `.` and `-` before a word make it the tail of a longer name. */
function isInsideWord(text: string, at: number): boolean {
  return at > 0 && wordTail.has(codeAt(text, at - 1))
}

const wordTail: ReadonlySet<number> = new Set(
  Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_/.-', (character) =>
    character.charCodeAt(0),
  ),
)
