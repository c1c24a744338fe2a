import { numberEnd, numberIn, readNumber } from './readNumber.ts'

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
  const trimmed = text.trim()
  const end = numberEnd(trimmed, 0)
  const value = numberIn(trimmed, 0, end)
  return value === null ? readGlued(trimmed) : { value, unit: trimmed.slice(end).trim() }
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
  const words = text.trim().split(/\s+/)
  const last = words.at(-1) ?? ''
  return named(words, 1, last) ?? named(words, 2, `${words.at(-2) ?? ''} ${last}`)
}

function named(words: readonly string[], count: number, value: string): NamedMeasure | null {
  if (words.length <= count) return null
  const measure = readMeasure(value)
  if (measure === null || !isUnit(measure.unit)) return null
  const before = words.slice(0, -count)
  if (before.some((word) => readNumber(word) !== null)) return null
  const name = before.join(' ')
  const bare = name.endsWith(':') ? name.slice(0, -1).trimEnd() : name
  return bare === '' ? null : { name: bare, ...measure }
}

const maxUnitLength = 12

/** A unit is short and holds no digit, so that `3:00` or `2 of 5` is no number with a unit. */
function isUnit(unit: string): boolean {
  return unit.length <= maxUnitLength && /^[a-zA-Z%/]*$/.test(unit)
}

/** Returns the name with its unit as a word of its own, such as `time_ms`, `mfu_percent`. */
export function withUnit(name: string, unit: string): string {
  if (unit === '') return name
  return `${name}_${unit === '%' ? 'percent' : unit}`
}
