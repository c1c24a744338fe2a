import { readNumber, readText } from '@runoff/core'
import type { JsonValue } from '../../json/parseTolerantJson.ts'
import { externalValue, readDistribution, type Distribution } from './distribution.ts'

export interface Trial {
  readonly number: number
  state: number
  values: readonly (number | null)[]
  startedAt: string | null
  completedAt: string | null
  readonly params: Map<string, JsonValue>
  readonly distributions: Map<string, Distribution>
  readonly intermediate: Map<number, number>
  readonly userAttrs: Map<string, JsonValue>
}

export interface Study {
  readonly name: string
  /** 1 is minimise, 2 is maximise. */
  readonly directions: readonly number[]
  readonly systemAttrs: Map<string, JsonValue>
  readonly trials: Trial[]
}

/** The studies that a journal tells of, as far as it was replayed. */
export interface Replay {
  /** Applies one entry; one of a kind that is not known changes nothing. */
  apply(entry: Entry): void
  studies(): readonly Study[]
}

export type Entry = Readonly<Record<string, JsonValue>>

const complete = 1
const waiting = 4

/**
 * Returns a replay without studies. Entries are applied as Optuna applies them: a study of a name
 * that is there, and whatever is said of a trial that has ended, are passed over.
 *
 * @see https://github.com/optuna/optuna/blob/master/optuna/storages/journal/_storage.py
 */
export function startReplay(): Replay {
  const studies = new Map<number, Study>()
  const trials: { readonly trial: Trial; readonly study: Study }[] = []
  let nextStudy = 0

  const study = (entry: Entry): Study | undefined => studies.get(numberAt(entry, 'study_id') ?? NaN)
  const open = (entry: Entry): (typeof trials)[number] | undefined => {
    const found = trials[numberAt(entry, 'trial_id') ?? -1]
    return found !== undefined && isFinished(found.trial.state) ? undefined : found
  }

  const createStudy = (entry: Entry): void => {
    const name = readText(entry['study_name']) ?? ''
    if (Array.from(studies.values()).some((other) => other.name === name)) return
    const directions = listOf(entry['directions']).map((each) => readNumber(each) ?? 0)
    studies.set(nextStudy++, { name, directions, systemAttrs: new Map(), trials: [] })
  }
  const createTrial = (entry: Entry): void => {
    const owner = study(entry)
    if (owner === undefined) return
    const trial = newTrial(entry, owner.trials.length)
    owner.trials.push(trial)
    trials.push({ trial, study: owner })
  }

  const operations: readonly ((entry: Entry) => void)[] = [
    createStudy,
    (entry) => studies.delete(numberAt(entry, 'study_id') ?? NaN),
    () => {},
    (entry) => addAll(study(entry)?.systemAttrs, entry['system_attr']),
    createTrial,
    (entry) => setParam(open(entry), entry),
    (entry) => setState(open(entry)?.trial, entry),
    (entry) => setIntermediate(open(entry)?.trial, entry),
    (entry) => addAll(open(entry)?.trial.userAttrs, entry['user_attr']),
    () => {},
  ]
  return {
    apply: (entry) => operations[numberAt(entry, 'op_code') ?? -1]?.(entry),
    studies: () => [...studies.values()],
  }
}

function isFinished(state: number): boolean {
  return state >= complete && state < waiting
}

function newTrial(entry: Entry, number: number): Trial {
  const distributions = new Map<string, Distribution>()
  for (const [name, json] of entriesOf(entry['distributions'])) {
    const distribution = readDistribution(json)
    if (distribution !== null) distributions.set(name, distribution)
  }
  const params = entriesOf(entry['params']).map(([name, value]): [string, JsonValue] => {
    return [name, externalValue(value, distributions.get(name) ?? null)]
  })
  const intermediate = entriesOf(entry['intermediate_values']).map(([step, value]) => {
    return [Number(step), readNumber(value) ?? NaN] as const
  })
  const value = readNumber(entry['value'])
  return {
    number,
    state: numberAt(entry, 'state') ?? 0,
    values: Array.isArray(entry['values']) || value === null ? valuesOf(entry['values']) : [value],
    startedAt: readText(entry['datetime_start']),
    completedAt: readText(entry['datetime_complete']),
    params: new Map(params),
    distributions,
    intermediate: new Map(intermediate),
    userAttrs: new Map(entriesOf(entry['user_attrs'])),
  }
}

function setParam(
  place: { readonly trial: Trial; readonly study: Study } | undefined,
  entry: Entry,
): void {
  const name = readText(entry['param_name'])
  if (place === undefined || name === null) return
  const distribution = readDistribution(entry['distribution'])
  const earlier = place.study.trials.find((other) => other.distributions.has(name))
  const known = earlier?.distributions.get(name)
  if (known !== undefined && distribution !== null && known.kind !== distribution.kind) return
  if (distribution !== null) place.trial.distributions.set(name, distribution)
  place.trial.params.set(name, externalValue(entry['param_value_internal'] ?? null, distribution))
}

function setState(trial: Trial | undefined, entry: Entry): void {
  const state = numberAt(entry, 'state')
  if (trial === undefined || state === null || (state === 0 && trial.state === 0)) return
  trial.state = state
  if (state === 0) trial.startedAt = readText(entry['datetime_start']) ?? trial.startedAt
  if (isFinished(state)) trial.completedAt = readText(entry['datetime_complete'])
  if (Array.isArray(entry['values'])) trial.values = valuesOf(entry['values'])
}

function setIntermediate(trial: Trial | undefined, entry: Entry): void {
  const step = numberAt(entry, 'step')
  if (trial === undefined || step === null) return
  trial.intermediate.set(step, readNumber(entry['intermediate_value']) ?? NaN)
}

function addAll(attrs: Map<string, JsonValue> | undefined, given: JsonValue | undefined): void {
  for (const [name, value] of entriesOf(given)) attrs?.set(name, value)
}

function valuesOf(values: JsonValue | undefined): readonly (number | null)[] {
  return listOf(values).map(readNumber)
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : []
}

function entriesOf(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value)
}

function numberAt(entry: Entry, name: string): number | null {
  return Object.hasOwn(entry, name) ? readNumber(entry[name]) : null
}
