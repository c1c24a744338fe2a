import { compareText } from '../text/compareText.ts'
import { readNumber } from '../text/readValue.ts'
import type { ParamValue, Run } from './run.ts'

/** One parameter across runs. */
export interface ParamRow {
  readonly name: string
  /** By run id; a run that does not have the parameter has no entry. */
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
 * Returns which parameters differ between runs and which do not, both ordered by name.
 *
 * Equality is exact on the parameter's own scale: 1e-7 and 5e-7 differ, `1` and `1.0` do not, nor
 * do `'True'` and `true`. Missing: a parameter that some run lacks is different; `null` is a value.
 */
export function diffParams(runs: readonly Run[], options: DiffParamsOptions = {}): ParamDiff {
  const { readNumbers = true } = options
  const keyOf = readNumbers ? paramKey : exact
  const rows = paramRows(runs)
  const ids = new Set(runs.map((run) => run.id))
  const isSame = ({ values }: ParamRow): boolean =>
    values.size === ids.size && new Set(Array.from(values.values(), keyOf)).size === 1
  return {
    different: rows.filter((row) => !isSame(row)),
    same: rows.filter(isSame),
  }
}

function paramRows(runs: readonly Run[]): readonly ParamRow[] {
  const rows = new Map<string, Map<string, ParamValue>>()
  for (const run of runs) {
    for (const [name, value] of run.params) {
      const values = rows.get(name) ?? new Map<string, ParamValue>()
      rows.set(name, values.set(run.id, value))
    }
  }
  return Array.from(rows, ([name, values]) => ({ name, values })).toSorted((a, b) =>
    compareText(a.name, b.name),
  )
}

function exact(value: ParamValue): string {
  return `${typeof value}:${String(value)}`
}

/** Returns a text that two values share if and only if they are equal on the parameter's own scale. */
export function paramKey(value: ParamValue): string {
  const number = isLongId(value) ? null : readNumber(value)
  if (number !== null) return `number:${number}`
  if (typeof value !== 'string') return exact(value)
  const word = value.trim().toLowerCase()
  if (word === 'true' || word === 'false') return `boolean:${word}`
  return exact(value)
}

/** A text such as `20240501123456789012` has more digits than a number can tell apart. */
function isLongId(value: ParamValue): boolean {
  return typeof value === 'string' && /^\d{16}/.test(value.trim())
}
