import { compareText } from '../text/compareText.ts'
import { flattenParams } from './flattenParams.ts'
import { readJsonObject } from './jsonParam.ts'
import { paramFieldOf, type ParamField } from './paramFields.ts'
import { paramKey } from './paramKey.ts'
import type { ParamValue, Run } from './run.ts'

/** What runs logged under one name, or under several that mean the same. */
export interface LoggedRow {
  readonly name: string
  readonly names: readonly string[]
  readonly field: ParamField | null
  readonly values: ReadonlyMap<string, ParamValue>
}

type Values = ReadonlyMap<string, ParamValue>

/** Returns a row for each parameter of the runs and each of their own fields, in no order. */
export function readParamRows(runs: readonly Run[]): readonly LoggedRow[] {
  const rows = joinSpellings(spreadObjects(loggedRows(runs)))
  return ownFields.reduce((before, own) => addOwnField(before, own, runs), rows)
}

function loggedRows(runs: readonly Run[]): ReadonlyMap<string, Values> {
  const rows = new Map<string, Map<string, ParamValue>>()
  for (const run of runs) {
    for (const [name, value] of run.params) {
      const values = rows.get(name) ?? new Map<string, ParamValue>()
      rows.set(name, values.set(run.id, value))
    }
  }
  return rows
}

/** Takes apart what is an object in each run that has it, unless a name within is taken already. */
function spreadObjects(rows: ReadonlyMap<string, Values>): ReadonlyMap<string, Values> {
  const spread = new Map<string, Values>()
  for (const [name, values] of [...rows].toSorted(([a], [b]) => compareText(a, b))) {
    const inner = innerRows(name, values)
    const isFree =
      inner !== null && [...inner.keys()].every((key) => !rows.has(key) && !spread.has(key))
    if (inner === null || !isFree) spread.set(name, values)
    else for (const [key, innerValues] of inner) spread.set(key, innerValues)
  }
  return spread
}

function innerRows(name: string, values: Values): ReadonlyMap<string, Values> | null {
  const rows = new Map<string, Map<string, ParamValue>>()
  for (const [runId, value] of values) {
    const object = typeof value === 'string' ? readJsonObject(value) : null
    if (object === null) return null
    const params = flattenParams({ [name]: object })
    // An object that holds nothing but empty ones would leave no trace of itself.
    if (params.size === 0) return null
    for (const [key, inner] of params) {
      rows.set(key, (rows.get(key) ?? new Map<string, ParamValue>()).set(runId, inner))
    }
  }
  // What only differs in what flattening leaves out, such as `{}`, must not look the same.
  return differ(values) && ![...rows.values()].some((own) => own.size < values.size || differ(own))
    ? null
    : rows
}

function differ(values: Values): boolean {
  return new Set(Array.from(values.values(), paramKey)).size > 1
}

/** Makes one row of the spellings of a field, where no run has two of them. */
function joinSpellings(rows: ReadonlyMap<string, Values>): readonly LoggedRow[] {
  const byField = new Map<ParamField, LoggedRow[]>()
  const others: LoggedRow[] = []
  for (const [name, values] of rows) {
    const field = paramFieldOf(name)
    const row = { name, names: [name], field, values }
    if (field === null) others.push(row)
    else byField.set(field, [...(byField.get(field) ?? []), row])
  }
  return [...others, ...[...byField.values()].flatMap(joinRows)]
}

function joinRows(rows: readonly LoggedRow[]): readonly LoggedRow[] {
  const joined = new Map(rows.flatMap(({ values }) => [...values]))
  const count = rows.reduce((sum, { values }) => sum + values.size, 0)
  const names = rows.map(({ name }) => name).toSorted(compareText)
  const [name] = names
  if (joined.size < count || name === undefined) return rows
  return [{ name, names, field: rows[0]?.field ?? null, values: joined }]
}

interface OwnField {
  readonly field: ParamField
  readonly name: string
  readonly read: (run: Run) => ParamValue
}

/** What a run knows beside its parameters; `null` is not known. */
const ownFields: readonly OwnField[] = [
  { field: 'model', name: 'model', read: (run) => run.model },
  { field: 'dataset', name: 'dataset', read: (run) => run.dataset },
  { field: 'epochs', name: 'totalEpochs', read: (run) => run.totalEpochs },
  { field: 'seed', name: 'seed', read: (run) => run.seed },
]

/** Fills the one row of the field, where no run says two things; else it is a row of its own. */
function addOwnField(
  rows: readonly LoggedRow[],
  { field, name, read }: OwnField,
  runs: readonly Run[],
): readonly LoggedRow[] {
  const own = new Map(
    runs.flatMap((run) => {
      const value = read(run)
      return value === null ? [] : [[run.id, value] as const]
    }),
  )
  if (own.size === 0) return rows
  const ofField = rows.filter((row) => row.field === field)
  const [only] = ofField
  if (ofField.length === 1 && only !== undefined && agree(only.values, own)) {
    const filled = { ...only, values: new Map([...own, ...only.values]) }
    return rows.map((row) => (row === only ? filled : row))
  }
  return [...rows, { name, names: [], field, values: own }]
}

function agree(a: Values, b: Values): boolean {
  for (const [runId, value] of a) {
    const other = b.get(runId)
    if (other !== undefined && paramKey(other) !== paramKey(value)) return false
  }
  return true
}
