import {
  compareText,
  isBookkeepingParam,
  readNumber,
  type ParamValue,
  type Run,
} from '@runoff/core'
import type { Formatters } from '../format/formatters.ts'
import { visibleText } from '../format/visibleText.ts'
import { formatParam } from './formatParam.ts'

/** One parameter of several runs, as an axis can draw it. */
export interface ParamColumn {
  readonly kind: 'number' | 'category'
  /** Of each run its number, or the place of its text in `categories`; `NaN` where it has none. */
  readonly values: Float64Array
  /** The texts in order, numbers among them first; empty for a column of numbers. */
  readonly categories: readonly string[]
  /** How many runs do not have the parameter. */
  readonly missing: number
  /** How many runs have it as `NaN` or infinite, which no axis has a place for. */
  readonly notFinite: number
}

/**
 * Returns a parameter of some runs: numbers where every run that has it has a number (or text that
 * spells one), else categories.
 *
 * Missing: a run without the parameter is `NaN` and counted as missing. `null`, blank text and
 * Python's `'None'` are missing among numbers, and a category among categories.
 */
export function paramColumn(runs: readonly Run[], name: string): ParamColumn {
  const given = runs.map((run) => run.params.get(name))
  const numbers = given.map((value) => (isNone(value) ? null : readNumber(value)))
  const isNumber = given.every((value, i) => isNone(value) || numbers[i] !== null)
  if (!isNumber) return categoryColumn(given)
  const values = Float64Array.from(numbers, (value) =>
    value !== null && Number.isFinite(value) ? value : NaN,
  )
  return {
    kind: 'number',
    values,
    categories: [],
    missing: given.filter(isNone).length,
    notFinite: numbers.filter((value) => value !== null && !Number.isFinite(value)).length,
  }
}

/** Returns a value of a column as people read it. */
export function columnText(
  { kind, categories }: ParamColumn,
  value: number,
  formatters: Formatters,
): string {
  if (kind === 'number') return formatParam(value, formatters)
  return categories[value] ?? formatParam(NaN, formatters)
}

/** Returns how many different values a column has. */
export function distinctCount({ values }: Pick<ParamColumn, 'values'>): number {
  return new Set(values.filter((value) => !Number.isNaN(value))).size
}

/**
 * Returns the parameters in which at least two of the runs differ, by name. A parameter that some
 * runs lack and the others share is none of them: it has only one value to draw. Seeds, places and
 * names of runs say nothing of how a run was trained, and are left out.
 */
export function drawableParams(runs: readonly Run[]): readonly string[] {
  const first = new Map<string, string>()
  const varying = new Set<string>()
  for (const { params } of runs) {
    for (const [name, value] of params) {
      if (isNone(value) || varying.has(name)) continue
      const text = categoryText(value)
      const known = first.get(name)
      if (known === undefined) first.set(name, text)
      else if (known !== text) varying.add(name)
    }
  }
  return [...varying].filter((name) => !isBookkeepingParam(name)).toSorted(compareText)
}

function categoryColumn(given: readonly (ParamValue | undefined)[]): ParamColumn {
  const texts = given.map((value) => (value === undefined ? null : categoryText(value)))
  const categories = [...new Set(texts.filter((text) => text !== null))].toSorted(compareCategories)
  const places = new Map(categories.map((text, place) => [text, place]))
  return {
    kind: 'category',
    values: Float64Array.from(texts, (text) => (text === null ? NaN : (places.get(text) ?? NaN))),
    categories,
    missing: texts.filter((text) => text === null).length,
    notFinite: 0,
  }
}

function isNone(value: ParamValue | undefined): boolean {
  if (value === undefined || value === null) return true
  return typeof value === 'string' && /^(?:|none|null)$/i.test(value.trim())
}

/** One text for `1`, `1.0` and `'1'`, and one for `true` and Python's `'True'`. */
function categoryText(value: ParamValue): string {
  if (isNone(value)) return 'none'
  const number = readNumber(value)
  if (number !== null) return String(number)
  const text = visibleText(String(value))
  return /^(?:true|false)$/i.test(text) ? text.toLowerCase() : text
}

function compareCategories(a: string, b: string): number {
  const [x, y] = [readNumber(a), readNumber(b)]
  if (x !== null && y !== null) return x - y || compareText(a, b)
  if (x === null && y === null) return compareText(a, b)
  return x === null ? 1 : -1
}
