import { paramKey } from '../run/paramKey.ts'
import { lastPartOf } from '../run/lastPart.ts'
import { varyingParams } from '../run/varyingParams.ts'
import type { ParamValue, Run } from '../run/run.ts'
import { compareText } from '../text/compareText.ts'

/** Something that must be equal for values of a metric to be comparable, and what was met. */
export interface ConditionConflict {
  /** `dataset`, the name of a parameter or tag, or a field of the host's own. */
  readonly field: string
  /** The different values, in the order of their text; runs that name none do not count. */
  readonly values: readonly ParamValue[]
}

/** What must be equal for two values of the objective to be comparable; `null` is not known. */
export type ConditionsOf = (run: Run) => ReadonlyMap<string, ParamValue>

/** The last word of parameters and tags that say on what, or in what unit, a run was evaluated. */
const conditionNames: ReadonlySet<string> = new Set([
  'dataset_version',
  'dataset_revision',
  'eval_dataset',
  'eval_dataset_name',
  'eval_dataset_version',
  'eval_dataset_hash',
  'eval_dataset_revision',
  'eval_set',
  'eval_split',
  'eval_file',
  'eval_data',
  'eval_path',
  'val_dataset',
  'val_data',
  'val_file',
  'val_set',
  'valid_data',
  'valid_subset',
  'validation_file',
  'validation_set',
  'validation_split',
  'test_file',
  'test_set',
  'eval_samples',
  'num_eval_samples',
  'max_eval_samples',
  'max_val_samples',
  'eval_tokens',
  'num_eval_tokens',
  'eval_seq_length',
  'eval_block_size',
  'tokenizer',
  'tokenizer_name',
  'tokenizer_name_or_path',
  'tokenizer_path',
  'tokenizer_model',
  'vocab_size',
  'loss_reduction',
  'reduction',
  'loss_unit',
  'loss_base',
  'log_base',
  'metric_unit',
])

/** A condition that some runs name and others do not. */
export interface UnknownCondition {
  readonly field: string
  /** How many runs do not name it. */
  readonly missing: number
}

/** Whether runs were evaluated alike, as far as they tell; both lists by the names of the fields. */
export interface ConditionCheck {
  /** What makes their values incomparable. */
  readonly conflicts: readonly ConditionConflict[]
  readonly unknown: readonly UnknownCondition[]
}

export interface CheckConditionsOptions {
  readonly conditionsOf?: ConditionsOf | undefined
  /** The names of the parameters that vary, where they are known already. */
  readonly varying?: readonly string[]
}

/**
 * Returns what makes values of these runs incomparable, and what is not known of all of them.
 *
 * Compared are the dataset and the parameters and tags that name an evaluation set, its size or
 * version, a tokenizer, a reduction, a unit or the base of the logarithm. What only some runs name
 * is unknown of the others and no conflict.
 */
export function checkConditions(
  runs: readonly Run[],
  options: CheckConditionsOptions = {},
): ConditionCheck {
  const fields = fieldsOf(runs, options).toSorted((a, b) => compareText(a.field, b.field))
  return {
    conflicts: fields
      .map(({ field, values }) => ({ field, values: distinct(values) }))
      .filter(({ values }) => values.length > 1),
    unknown: fields
      .map(({ field, values }) => ({ field, missing: values.filter(isMissing).length }))
      .filter(({ missing }) => missing > 0 && missing < runs.length),
  }
}

function isMissing(value: ParamValue | null): boolean {
  return value === null
}

interface Field {
  readonly field: string
  /** One of each run, `null` where it names none. */
  readonly values: readonly (ParamValue | null)[]
}

function fieldsOf(
  runs: readonly Run[],
  { conditionsOf, varying = varyingParams(runs) }: CheckConditionsOptions,
): readonly Field[] {
  if (conditionsOf !== undefined) return hostFields(runs, conditionsOf)
  const params = varying.filter(isCondition)
  const tags = [...new Set(runs.flatMap((run) => [...run.tags.keys()]))].filter(isCondition)
  return [
    { field: 'dataset', values: runs.map((run) => run.dataset) },
    ...params.map((name) => fieldOf(name, runs, (run) => run.params.get(name))),
    ...tags.map((name) => fieldOf(name, runs, (run) => run.tags.get(name))),
  ]
}

/** A field that is left empty names nothing. */
function fieldOf(
  field: string,
  runs: readonly Run[],
  read: (run: Run) => ParamValue | undefined,
): Field {
  const values = runs.map(read)
  return {
    field,
    values: values.map((value) => (value === undefined || value === '' ? null : value)),
  }
}

function hostFields(runs: readonly Run[], conditionsOf: ConditionsOf): readonly Field[] {
  const conditions = runs.map(conditionsOf)
  const fields = new Set(conditions.flatMap((given) => [...given.keys()]))
  const byRun = new Map(runs.map((run, place) => [run, conditions[place]]))
  return Array.from(fields, (field) => fieldOf(field, runs, (run) => byRun.get(run)?.get(field)))
}

function isCondition(name: string): boolean {
  return conditionNames.has(lastPartOf(name))
}

function distinct(values: readonly (ParamValue | null)[]): readonly ParamValue[] {
  const byKey = new Map<string, ParamValue>()
  for (const value of values) {
    if (value === null) continue
    const key = paramKey(value)
    const held = byKey.get(key)
    // Of '0.10' and 0.1, which are one value, the same is named whatever the order of the runs.
    if (held === undefined || compareText(String(value), String(held)) < 0) byKey.set(key, value)
  }
  return [...byKey.values()].toSorted((a, b) => compareText(String(a), String(b)))
}
