import { codeAt } from './codeAt.ts'
import { digitsEnd, isBlank, numberEnd, numberIn, skipBlanks } from './readNumber.ts'
import { spaceEnd, spaceStart } from './space.ts'

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
export function splitPairs(text: string, style: PairStyle): Pair[] {
  const pairs: Pair[] = []
  scanPairs(text, style, (keyFrom, keyEnd, valueFrom, valueEnd) =>
    pairs.push([text.slice(keyFrom, keyEnd), text.slice(valueFrom, valueEnd)]),
  )
  return pairs
}

/** Gets the places of a key and of its value, without blanks around them. */
export type OnPair = (keyFrom: number, keyEnd: number, valueFrom: number, valueEnd: number) => void

/** Tells where the pairs stand that `splitPairs` cuts out. Costs time linear in the text. */
function scanPairs(text: string, { between, sign }: PairStyle, onPair: OnPair): void {
  let from = 0
  let signAt = -1
  while (from <= text.length) {
    const next = text.indexOf(between, from)
    const to = next === -1 ? text.length : next
    const start = spaceEnd(text, from, to)
    const end = spaceStart(text, start, to)
    // A sign that stands further on is kept: looking for it in each part would be quadratic.
    if (signAt < start) signAt = indexOfOrEnd(text, sign, start)
    if (signAt > start && signAt + sign.length <= end) {
      const valueFrom = spaceEnd(text, signAt + sign.length, end)
      onPair(start, spaceStart(text, start, signAt), valueFrom, end)
    }
    from = to + between.length
  }
}

function indexOfOrEnd(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from)
  return at === -1 ? text.length : at
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
  const next = codeAt(text, end)
  if (next === EQUALS) return codeAt(text, end + 1) === EQUALS
  return !numberTails.includes(next)
}

const EQUALS = 0x3d

const numberTails: readonly number[] = Array.from(':/.-_', (character) => character.charCodeAt(0))

function skipBlanksBack(text: string, from: number, limit: number): number {
  let at = from
  while (at > limit && isBlank(codeAt(text, at - 1))) at -= 1
  return at
}

function wordStart(text: string, end: number, limit: number): number {
  let at = end
  while (at > limit && wordEnds[codeAt(text, at - 1)] !== 1) at -= 1
  return at
}

/** No name holds one of these. */
const wordEnds = new Uint8Array(256)
for (const character of ' \t\u00A0,;|:=\'"`[](){}<>') wordEnds[character.charCodeAt(0)] = 1
