import { digitsEnd, isBlank, numberEnd, numberIn, skipBlanks } from './readNumber.ts'

/** How a list of keys and values is written. */
export interface PairStyle {
  /** What stands between two pairs, such as `|`, `, ` or ` - `. */
  readonly between: string
  /** What stands between a key and its value; with a blank, the key is the first word. */
  readonly sign: string
}

/** A key and its value as they are written, without blanks around them. */
export type Pair = readonly [key: string, value: string]

/**
 * Returns the pairs of a list such as `lr: 3e-05 | loss: 1.2 |` or `step:1 - actor/lr:0.001`, in its
 * order. What holds no sign is no pair and is left out; a key is what stands before the first sign.
 */
export function splitPairs(text: string, { between, sign }: PairStyle): Pair[] {
  return text.split(between).flatMap((part) => {
    const trimmed = part.trim()
    const at = trimmed.indexOf(sign)
    if (at < 1) return []
    return [[trimmed.slice(0, at).trimEnd(), trimmed.slice(at + sign.length).trimStart()] as const]
  })
}

/** A number that a text names, and where it stands. */
export interface NamedNumber {
  readonly name: string
  readonly value: number
  /** Where the name begins. */
  readonly from: number
  /** The place behind the number: a unit may follow. */
  readonly end: number
}

/**
 * Returns every number that stands behind a word and a sign, such as `loss: 0.5`, `lr=1e-05`,
 * whatever stands between and around them; in the order of the text.
 *
 * A name is one word, and no number: it ends at blanks, commas, brackets, pipes, semicolons, quotes and signs.
 * A value that is no number, or only begins like one (`12:30:05`, `3/500`, `10.0.0.1`), gives none;
 * a unit may follow (`5.5GB`, `8 %`). Costs time linear in the text.
 */
export function findNumbers(text: string, sign: ':' | '='): NamedNumber[] {
  const found: NamedNumber[] = []
  let at = text.indexOf(sign)
  let last = 0
  while (at !== -1) {
    const nameEnd = skipBlanksBack(text, at, last)
    const from = wordStart(text, nameEnd, last)
    const start = skipBlanks(text, at + 1)
    const end = numberEnd(text, start)
    const isNamed = digitsEnd(text, from) < nameEnd
    const value = isNamed && isNumberOver(text, end) ? numberIn(text, start, end) : null
    if (value !== null) found.push({ name: text.slice(from, nameEnd), value, from, end })
    last = Math.max(at + 1, value === null ? 0 : end)
    at = text.indexOf(sign, last)
  }
  return found
}

/** Whether what follows a number leaves it a number of its own: no time, fraction, version, range. */
function isNumberOver(text: string, end: number): boolean {
  const next = text[end]
  if (next === ':' || next === '/' || next === '.' || next === '-' || next === '_') return false
  return next !== '=' || text[end + 1] === '='
}

function skipBlanksBack(text: string, from: number, limit: number): number {
  let at = from
  while (at > limit && isBlank(text.charCodeAt(at - 1))) at -= 1
  return at
}

function wordStart(text: string, end: number, limit: number): number {
  let at = end
  while (at > limit && !wordEnds.has(text.charCodeAt(at - 1))) at -= 1
  return at
}

/** No name holds one of these. */
const wordEnds: ReadonlySet<number> = new Set(
  Array.from(' \t\u00A0,;|:=\'"`[](){}<>', (character) => character.charCodeAt(0)),
)
