import { compareText } from '../text/compareText.ts'
import { isBookkeepingParam } from './bookkeeping.ts'
import { readParamRows, type LoggedRow } from './diffParamsRows.ts'
import { lastPartOf } from './lastPart.ts'
import { paramFields, type ParamField } from './paramFields.ts'
import { exactKey, paramKey, paramNumber } from './paramKey.ts'
import { paramScale } from './paramScale.ts'
import type { ParamValue, Run } from './run.ts'

/** One parameter across runs. */
export interface ParamRow {
  /** As it was logged; of several spellings the first in the order of their text. */
  readonly name: string
  /** Every spelling that was logged; none where the value is the run's own `model`, `seed`, … */
  readonly names: readonly string[]
  /** Which of the well-known fields it is, whatever its spelling. */
  readonly field: ParamField | null
  /** Whether it says where a run keeps its things or what it is called, not how it was trained. */
  readonly isBookkeeping: boolean
  /** The scale its numbers are read on; `null` where a value is no number. */
  readonly scale: 'linear' | 'log' | null
  /** By run id; a run that does not have the parameter has no entry, and `null` is a value. */
  readonly values: ReadonlyMap<string, ParamValue>
}

export interface ParamDiff {
  /** Parameters in which at least two runs differ, or that some run lacks. */
  readonly different: readonly ParamRow[]
  readonly same: readonly ParamRow[]
}

export interface DiffParamsOptions {
  /** Whether `'0.10'` equals `0.1`: sources such as MLflow hand every number over as text. @default true */
  readonly readNumbers?: boolean
}

/**
 * Returns which parameters differ between runs and which do not: the well-known fields first, in
 * the order they are read in, the others by name, and bookkeeping (places, names of runs) last.
 *
 * Equality is exact on the parameter's own scale: 1e-7 and 5e-7 differ, `1` and `1.0` do not, nor
 * do `'True'` and `true`, nor `[1, 2]` and `[1,2]`; numbers are compared as doubles, so 0.3 and
 * 0.1 + 0.2 differ. Shape: parameters that are JSON objects in every run are taken apart, so
 * that `config` gives `config.lr`. Two spellings of one field, such as `lr` and `learning_rate`, are
 * one row where no run has both. The runs' own model, dataset, planned epochs and seed are rows
 * too, or part of the parameter that says the same. Missing: a parameter that some run lacks is
 * different; `null` is a value. The order of the runs does not matter.
 */
export function diffParams(runs: readonly Run[], options: DiffParamsOptions = {}): ParamDiff {
  const { readNumbers = true } = options
  const keyOf = readNumbers ? paramKey : exactKey
  const ids = new Set(runs.map((run) => run.id))
  const rows = readParamRows(runs).map(paramRow).toSorted(compareRows)
  const isSame = ({ values }: ParamRow): boolean => {
    return values.size === ids.size && countValues(values, keyOf) === 1
  }
  return {
    different: rows.filter((row) => !isSame(row)),
    same: rows.filter(isSame),
  }
}

/** Values that are one by identity need not be read. */
function countValues(
  values: ReadonlyMap<string, ParamValue>,
  keyOf: (value: ParamValue) => string,
): number {
  return new Set(Array.from(new Set(values.values()), keyOf)).size
}

function paramRow({ field, names, name, values }: LoggedRow): ParamRow {
  return {
    name,
    names,
    field,
    isBookkeeping: field === null && isBookkeepingParam(name) && !isSeed(name),
    scale: scaleOf(name, values),
    values,
  }
}

/** Two seeds are no two places: which one a run had is part of how it was trained. */
function isSeed(name: string): boolean {
  return lastPartOf(name).endsWith('_seed')
}

function scaleOf(name: string, values: ReadonlyMap<string, ParamValue>): ParamRow['scale'] {
  const numbers = Array.from(new Set(values.values()), paramNumber)
  if (numbers.length === 0 || numbers.includes(null)) return null
  const finite = numbers.filter((number) => number !== null).filter(Number.isFinite)
  return paramScale(name, finite)
}

const fieldPlaces: ReadonlyMap<ParamField | null, number> = /* @__PURE__ */ placesOfFields()

function compareRows(a: ParamRow, b: ParamRow): number {
  const byKind = Number(a.isBookkeeping) - Number(b.isBookkeeping)
  if (byKind !== 0) return byKind
  const byField = placeOf(a) - placeOf(b)
  if (byField !== 0) return byField
  return compareText(a.name, b.name) || a.names.length - b.names.length
}

function placeOf({ field }: ParamRow): number {
  return fieldPlaces.get(field) ?? fieldPlaces.size
}

function placesOfFields(): ReadonlyMap<ParamField | null, number> {
  return new Map(paramFields().map((field, place) => [field, place]))
}
