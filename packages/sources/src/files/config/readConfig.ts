import { RunoffError } from '@runoff/core'
import type { Config } from '../formats/parsedFile.ts'

/**
 * Returns settings as nested records without the wrappings of their writers: W&B's
 * `{ desc, value }`, and names such as `training_args` that only say what all of them are.
 *
 * @throws {RunoffError} `bad-log` when the value holds no named settings.
 */
export function readConfig(value: unknown): Config {
  const entries = entriesOf(value)
  if (entries === null) throw notSettings('There are no names in it.')
  // W&B keeps the model's settings and those of the training in one file.
  if (isWandb(entries)) return withoutWrappers(unwrapWandb(entries))
  return withoutWrappers(isModelConfig(entries) ? [['model_config', value]] : entries)
}

type Entries = readonly (readonly [string, unknown])[]

/** The named members of a record or a map, `null` for anything else. */
function entriesOf(value: unknown): Entries | null {
  if (value instanceof Map) return Array.from(value, ([name, inner]) => [String(name), inner])
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return Object.entries(value)
}

function isWandb(entries: Entries): boolean {
  return entries.some(([name]) => name === 'wandb_version' || name === '_wandb')
}

function unwrapWandb(entries: Entries): Entries {
  return entries.flatMap(([name, wrapped]) => {
    if (name === 'wandb_version' || name === '_wandb') return []
    const value = entriesOf(wrapped)?.find(([inner]) => inner === 'value')
    return [[name, value === undefined ? wrapped : value[1]] as const]
  })
}

/** The `config.json` of a Transformers model tells of its architecture, not of the training. */
function isModelConfig(entries: Entries): boolean {
  const names = new Set(entries.map(([name]) => name))
  return names.has('architectures') && names.has('model_type')
}

const wrappers: ReadonlySet<string> = new Set([
  'args',
  'training_args',
  'training_arguments',
  'training',
  'hparams',
  'hyperparameters',
  'params',
  'config',
])

/** A setting inside a wrapper takes its place at the top, unless one of that name is there. */
function withoutWrappers(entries: Entries): Config {
  const isWrapper = ([name, value]: Entries[number]): boolean =>
    wrappers.has(name) && entriesOf(value) !== null
  const inner = entries.filter(isWrapper).flatMap(([, value]) => entriesOf(value) ?? [])
  // Defines each name, so that `__proto__` sets no prototype; of two, the later stands.
  return Object.fromEntries([...inner, ...entries.filter((entry) => !isWrapper(entry))])
}

/** The error of a file that holds no settings. */
export function notSettings(reason: string, cause?: unknown): RunoffError {
  return new RunoffError('bad-log', `The file holds no settings: ${reason}`, { cause })
}
