import { readEpochMs, readText, type RunInput } from '@runoff/core'
import type { Config } from '../formats/parsedFile.ts'

/** What the settings of a run say it is. */
export type RunDescription = Pick<
  RunInput,
  'name' | 'model' | 'dataset' | 'seed' | 'group' | 'startedAt' | 'params' | 'tags'
>

const modelNames = [
  'model_name_or_path',
  'model_name',
  'model',
  'model_id',
  'base_model',
  'base_model_name_or_path',
  'pretrained_model_name_or_path',
  '_name_or_path',
  'model_path',
]
const datasetNames = [
  'dataset_name',
  'dataset',
  'data',
  'dataset_path',
  'dataset_id',
  'data_path',
  'train_file',
]
const runNames = ['run_name', 'experiment_name', 'name']
const startNames = ['started_at', 'start_time', 'created_at']

/**
 * Returns what the settings beside a run say of it. Where two files name one thing, the one that
 * comes first is believed.
 *
 * `params` holds every setting but the run's own name, group, seed and start, which are no choices
 * that a result could depend on in itself, and have their own place in a run.
 */
export function describeRun(configs: readonly Config[]): RunDescription {
  const first = (names: readonly string[]): string | null => firstText(configs, names)
  const startedAt = first(startNames)
  const experiment = first(['experiment'])
  return {
    name: first(runNames),
    model: first(modelNames) ?? modelOfArchitecture(configs),
    dataset: first(datasetNames),
    seed: first(['seed', 'random_seed']),
    group: first(['group', 'run_group']),
    startedAt: readEpochMs(startedAt),
    params: paramsOf(configs),
    tags: experiment === null ? {} : { experiment },
  }
}

function firstText(configs: readonly Config[], names: readonly string[]): string | null {
  for (const config of configs) {
    for (const name of names) {
      const text = Object.hasOwn(config, name) ? readText(config[name]) : null
      if (text !== null) return text
    }
  }
  return null
}

function modelOfArchitecture(configs: readonly Config[]): string | null {
  for (const { model_config: architecture } of configs) {
    if (typeof architecture !== 'object' || architecture === null) continue
    const name = readText(
      new Map<string, unknown>(Object.entries(architecture)).get('_name_or_path'),
    )
    if (name !== null) return name
  }
  return null
}

const identity: ReadonlySet<string> = new Set([
  'run_name',
  'name',
  'group',
  'run_group',
  'experiment',
  'experiment_name',
  'run_id',
  'seed',
  'random_seed',
  ...startNames,
])

function paramsOf(configs: readonly Config[]): ReadonlyMap<string, unknown> {
  const params = new Map<string, unknown>()
  for (const config of configs) {
    for (const [name, value] of Object.entries(config)) {
      if (!identity.has(name) && !params.has(name)) params.set(name, value)
    }
  }
  return params
}
