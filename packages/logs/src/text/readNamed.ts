import { codeAt } from './codeAt.ts'
import { numberEnd, numberIn, readNumber } from './readNumber.ts'
import { isSpace, spaceEnd, spaceStart } from './space.ts'

/** A number and the unit that is written behind it; `''` where there is none. */
export interface Measure {
  readonly value: number
  readonly unit: string
}

/**
 * Returns the number that a text begins with, and what follows it: 24.9 and `GiB` of `24.90 GiB`,
 * -100 and `%` of `-100.00%`, NaN and `ms` of `nanms`; `null` where it begins with no number.
 */
export function readMeasure(text: string): Measure | null {
  const from = spaceEnd(text, 0, text.length)
  return measureIn(text, from, spaceStart(text, from, text.length))
}

/** What ends at `end` has nothing but blanks behind it. */
function measureIn(text: string, from: number, end: number): Measure | null {
  const numberTo = numberEnd(text, from)
  const value = numberIn(text, from, numberTo)
  if (value === null) return readGlued(text.slice(from, end))
  return { value, unit: text.slice(spaceEnd(text, numberTo, end), end) }
}

const gluedUnits = ['ms', 's', 'z', '%']

/** `nanms`, `+nanz`: a word that a unit makes longer. */
function readGlued(text: string): Measure | null {
  if (text.length > '-infinityms'.length) return null
  const unit = gluedUnits.find((ending) => text.endsWith(ending))
  if (unit === undefined) return null
  const value = readNumber(text.slice(0, -unit.length))
  return value === null || Number.isFinite(value) ? null : { value, unit }
}

/** A measure behind a name of one or more words. */
export interface NamedMeasure extends Measure {
  readonly name: string
}

/**
 * Returns the name and the number of a text that is nothing else, such as `loss 4.2`, `train loss:
 * 4.2`, `time 32.9ms`, `time: 32.9 ms`, or `null` where it is more, less or something else.
 */
export function readNamed(text: string): NamedMeasure | null {
  const from = spaceEnd(text, 0, text.length)
  const end = spaceStart(text, from, text.length)
  const last = wordStart(text, from, end)
  const single = namedBefore(text, from, last, end)
  if (single !== null || last === from) return single
  return namedBefore(text, from, wordStart(text, from, spaceStart(text, from, last)), end)
}

/** The words from `from` on are the name of the measure that stands from `valueFrom` to `end`. */
function namedBefore(
  text: string,
  from: number,
  valueFrom: number,
  end: number,
): NamedMeasure | null {
  if (valueFrom === from) return null
  const measure = measureIn(text, valueFrom, end)
  if (measure === null || !isUnit(measure.unit)) return null
  const words = text.slice(from, spaceStart(text, from, valueFrom))
  const name = singleSpaced(words)
  if (holdsNumber(name)) return null
  const bare = name.endsWith(':') ? name.slice(0, -1).trimEnd() : name
  return bare === '' ? null : { name: bare, value: measure.value, unit: measure.unit }
}

/** Where the last word begins of what ends at `end`. */
function wordStart(text: string, from: number, end: number): number {
  let at = end
  while (at > from && !isSpace(codeAt(text, at - 1))) at -= 1
  return at
}

function singleSpaced(words: string): string {
  for (let at = 0; at < words.length; at += 1) {
    const code = codeAt(words, at)
    const isPlain = code === 0x20 ? codeAt(words, at + 1) !== 0x20 : !isSpace(code)
    if (!isPlain) return words.split(/\s+/).join(' ')
  }
  return words
}

/** Whether one of the words, between which single blanks stand, is a number. */
function holdsNumber(words: string): boolean {
  for (let from = 0; from < words.length;) {
    const blank = words.indexOf(' ', from)
    const end = blank === -1 ? words.length : blank
    const numberTo = numberEnd(words, from)
    const isShare = numberTo === end - 1 && words[numberTo] === '%'
    if (numberTo > from && (numberTo === end || isShare)) return true
    from = end + 1
  }
  return false
}

const maxUnitLength = 12

/** Whether a text may be a unit: it is short and holds no digit, so that `3:00` or `2 of 5` is no number with a unit. */
export function isUnit(unit: string): boolean {
  if (unit.length > maxUnitLength) return false
  for (let at = 0; at < unit.length; at += 1) {
    const code = unit.charCodeAt(at)
    const letter = code | 0x20
    const isLetter = letter >= 0x61 && letter <= 0x7a
    if (!isLetter && code !== PERCENT && code !== SLASH) return false
  }
  return true
}

const PERCENT = 0x25
const SLASH = 0x2f

/** Returns the name with its unit as a word of its own, such as `time_ms`, `mfu_percent`. */
export function withUnit(name: string, unit: string): string {
  if (unit === '') return name
  return `${name}_${unit === '%' ? 'percent' : unit}`
}
