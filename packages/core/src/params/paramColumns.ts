import { defaultObjective, objectiveValue } from '../decide/objective.ts'
import { isBookkeepingParam } from '../run/bookkeeping.ts'
import { paramScale } from '../run/paramScale.ts'
import type { Objective, ParamValue, Run } from '../run/run.ts'
import { compareText } from '../text/compareText.ts'
import { readNumber } from '../text/readValue.ts'

/** One parameter as a column, with one value per run. */
export interface ParamColumn {
  readonly name: string
  readonly kind: 'number' | 'category'
  /** The scale of `values`; a category is always `linear`. */
  readonly scale: 'linear' | 'log'
  /**
   * Of numbers, the value on the column's scale, which is the natural logarithm for `log`; of
   * categories, the place in `labels`. `NaN` where the run does not have the parameter.
   */
  readonly values: Float64Array
  /** The categories in the order of their texts; empty for numbers. */
  readonly labels: readonly string[]
  /** How many different values there are, at least two. */
  readonly levels: number
  /** Whether every value is a whole number on the linear scale. */
  readonly isWhole: boolean
}

/**
 * Returns the parameters in which the runs differ as columns, ordered by name.
 *
 * Numbers may be text, as MLflow gives them. A parameter that holds any other text, or a boolean,
 * is a category: `'True'` and `true` are one, and so are `'0.10'` and `0.1`. Positive numbers that
 * span two decades, or whose name says learning rate or weight decay, get the log scale. Left out
 * are constants and, unless `names` asks for them, seeds, paths and names of runs. Missing: `null`,
 * `'None'` and blank text are a category of their own, but no number; nor are `NaN` and infinities.
 */
export function paramColumns(runs: readonly Run[], names?: readonly string[]): ParamColumn[] {
  return varyingNames(runs, names)
    .map((name) => paramColumn(runs, name))
    .filter((column) => column !== null)
}

/** Returns which parameters could be columns, ordered by name. */
export function varyingNames(runs: readonly Run[], names?: readonly string[]): string[] {
  const known = new Set<string>()
  for (const run of runs) for (const name of run.params.keys()) known.add(name)
  const wanted =
    names === undefined
      ? [...known].filter((name) => !isBookkeepingParam(name))
      : [...new Set(names)].filter((name) => known.has(name))
  return wanted.toSorted(compareText)
}

/** Returns one parameter as a column, `null` where no two of its values differ. */
export function paramColumn(runs: readonly Run[], name: string): ParamColumn | null {
  const given = runs.map((run) => run.params.get(name))
  return numberColumn(name, given) ?? categoryColumn(name, given)
}

/** Returns what the runs reached in the objective; `NaN` where they have no value. */
export function objectiveColumn(
  runs: readonly Run[],
  objective: Objective = defaultObjective,
): Float64Array {
  return Float64Array.from(runs, (run) => objectiveValue(run, objective) ?? NaN)
}

type Given = ParamValue | undefined

/** `null` where a value is neither missing nor a number, or where fewer than two numbers differ. */
function numberColumn(name: string, given: readonly Given[]): ParamColumn | null {
  const read = given.map(numberOf)
  if (read.includes(null)) return null
  const raw = Float64Array.from(read, (value) => value ?? NaN)
  const finite = raw.filter(Number.isFinite)
  const levels = new Set(finite).size
  if (levels < 2) return null
  const scale = paramScale(name, finite)
  return {
    name,
    kind: 'number',
    scale,
    values: scale === 'log' ? raw.map(Math.log) : raw,
    labels: [],
    levels,
    isWhole: finite.every(Number.isInteger),
  }
}

/** The number a value is; `NaN` where it is missing, `null` where it is something else. */
function numberOf(value: Given): number | null {
  if (isMissing(value)) return NaN
  const number = isLongId(value) ? null : readNumber(value)
  if (number === null) return null
  // Adding zero makes 0 of -0: they are one value.
  return Number.isFinite(number) ? number + 0 : NaN
}

function isMissing(value: Given): boolean {
  if (value === undefined || value === null) return true
  return typeof value === 'string' && /^(?:|none|null|nan)$/i.test(value.trim())
}

/** A text such as `20240501123456789012` has more digits than a number can tell apart. */
function isLongId(value: Given): boolean {
  return typeof value === 'string' && /^\d{16}/.test(value.trim())
}

function categoryColumn(name: string, given: readonly Given[]): ParamColumn | null {
  const texts = given.map(labelOf)
  const labels = [...new Set(texts.filter((text) => text !== null))].toSorted(compareText)
  if (labels.length < 2) return null
  const places = new Map(labels.map((label, place) => [label, place]))
  return {
    name,
    kind: 'category',
    scale: 'linear',
    values: Float64Array.from(texts, (text) => (text === null ? NaN : (places.get(text) ?? NaN))),
    labels,
    levels: labels.length,
    isWhole: false,
  }
}

/** What a value is called as a category; `null` where the run does not have the parameter. */
function labelOf(value: Given): string | null {
  if (value === undefined) return null
  if (isMissing(value)) return 'none'
  const number = isLongId(value) ? null : readNumber(value)
  if (number !== null) return String(number + 0)
  const text = String(value).trim()
  return /^(?:true|false)$/i.test(text) ? text.toLowerCase() : text
}
