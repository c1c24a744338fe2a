import { codeAt } from './codeAt.ts'
import { shortDecimal } from './shortDecimal.ts'

/**
 * Returns the number that a text is, or `null` where it is none or more than one.
 *
 * What loggers write is read: `-0.5`, `.5`, `5.`, `2.0E-07`, `1,280` (thousands), `nan`, `nan.0`,
 * `-inf`, `Infinity` in any case, and a share such as `-100.00%`, which is -100. `12s`, `N/A`,
 * `1,28` and the empty text are no numbers. Blanks around it do not matter.
 */
export function readNumber(text: string): number | null {
  const trimmed = text.trim()
  const end = numberEnd(trimmed, 0)
  const isShare = end > 0 && end === trimmed.length - 1 && trimmed.charCodeAt(end) === PERCENT
  return end === trimmed.length || isShare ? numberIn(trimmed, 0, end) : null
}

/**
 * Returns the number that a text begins with, whatever unit follows: 24.9 of `24.90 GiB`, 163.5 of
 * `163.5ms`; `null` where it begins with none. Blanks before it do not matter.
 */
export function readLeadingNumber(text: string): number | null {
  const from = skipBlanks(text, 0)
  return numberIn(text, from, numberEnd(text, from))
}

/** Returns the number that `numberEnd` found between two places, or `null` where they are equal. */
export function numberIn(text: string, from: number, end: number): number | null {
  if (end <= from) return null
  const short = shortDecimal(text, from, end)
  if (!Number.isNaN(short)) return short
  const written = text.slice(from, end)
  const sign = written.charCodeAt(0)
  const first = isSign(sign) ? written.charCodeAt(1) | 0x20 : sign | 0x20
  if (first === LETTER_N) return NaN
  if (first === LETTER_I) return sign === MINUS ? -Infinity : Infinity
  return Number(written.includes(',') ? written.replaceAll(',', '') : written)
}

/** Returns the place behind the number that begins at `from`, or `from` itself where none does. */
export function numberEnd(text: string, from: number): number {
  const start = isSign(codeAt(text, from)) ? from + 1 : from
  const whole = digitsEnd(text, start)
  const isGrouped = whole > start && whole - start <= 3
  const grouped = isGrouped ? groupsEnd(text, whole) : whole
  const end = fractionEnd(text, grouped)
  if (end === start || (end === start + 1 && whole === start)) return wordEnd(text, from, start)
  return exponentEnd(text, end)
}

/** Returns the first place from `from` on that is no blank. */
export function skipBlanks(text: string, from: number): number {
  let at = from
  while (isBlank(codeAt(text, at))) at += 1
  return at
}

export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** Returns the place behind the digits that stand at `from`. */
export function digitsEnd(text: string, from: number): number {
  let at = from
  while (isDigit(codeAt(text, at))) at += 1
  return at
}

const PERCENT = 0x25
const PLUS = 0x2b
const COMMA = 0x2c
const MINUS = 0x2d
const DOT = 0x2e
const LETTER_E = 0x65
const LETTER_I = 0x69
const LETTER_N = 0x6e

function isSign(code: number): boolean {
  return code === MINUS || code === PLUS
}

/** `,280,000`: groups of exactly three digits. */
function groupsEnd(text: string, from: number): number {
  let at = from
  while (codeAt(text, at) === COMMA && digitsEnd(text, at + 1) === at + 4) at += 4
  return at
}

function fractionEnd(text: string, from: number): number {
  return codeAt(text, from) === DOT ? digitsEnd(text, from + 1) : from
}

function exponentEnd(text: string, from: number): number {
  if ((codeAt(text, from) | 0x20) !== LETTER_E) return from
  const start = isSign(codeAt(text, from + 1)) ? from + 2 : from + 1
  const end = digitsEnd(text, start)
  return end > start ? end : from
}

/** `nan`, `nan.0` (as NeMo's bars show it), `inf`, `Infinity`; not the head of a longer word. */
function wordEnd(text: string, from: number, start: number): number {
  const first = codeAt(text, start) | 0x20
  if (first !== LETTER_N && first !== LETTER_I) return from
  const word = text.slice(start, start + 9).toLowerCase()
  const known = ['infinity', 'inf', 'nan'].find(
    (name) => word.startsWith(name) && !isWordCode(codeAt(text, start + name.length)),
  )
  if (known === undefined) return from
  const end = start + known.length
  return text.startsWith('.0', end) ? end + 2 : end
}

function isWordCode(code: number): boolean {
  const letter = code | 0x20
  return (letter >= 0x61 && letter <= 0x7a) || isDigit(code) || code === 0x5f
}
