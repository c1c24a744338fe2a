import { groupBy } from '../../query/groupBy.ts'

/** Folders and files that every tool makes, and that tell no run from another. */
const generic: ReadonlySet<string> = new Set([
  'files',
  'log',
  'logs',
  'csv_logs',
  'lightning_logs',
  'tensorboard',
  'wandb',
  'dvclive',
  'mlruns',
  'latest',
  'output',
  'outputs',
  'out',
  'result',
  'results',
  'run',
  'runs',
  'train',
  'checkpoints',
  'trainer_state',
  'trainer_log',
  'training_log',
  'train_log',
  'metrics',
  'history',
  'journal',
])

/** Returns the names a run can have from its path: its last folder, then more and more of it. */
export function pathNames(path: string): readonly string[] {
  const parts = path.split('/')
  const names = parts.map((_, i) => parts.slice(-1 - i).join('/'))
  const first = parts.toReversed().findIndex((part) => !isGeneric(part))
  return first < 0 ? names.slice(-1) : names.slice(first)
}

function isGeneric(part: string): boolean {
  return generic.has(part.toLowerCase()) || /^version_\d{1,9}$/.test(part)
}

/** Returns the names that one of several runs in a file can have. */
export function keyedNames(path: string, key: string): readonly string[] {
  return [key, ...pathNames(path).map((name) => `${name}/${key}`)]
}

/**
 * Returns a name for each run: the shortest of its own that no other run has. What stays the same
 * to the end gets its place in the list, as in `run (2)`.
 */
export function uniqueNames(candidates: readonly (readonly string[])[]): readonly string[] {
  const levels = candidates.map(() => 0)
  const nameAt = (i: number): string => candidates[i]?.[levels[i] ?? 0] ?? ''
  for (;;) {
    const shared = sharedPlaces(candidates.map((_, i) => nameAt(i)))
    const growing = shared.filter((i) => (levels[i] ?? 0) + 1 < (candidates[i]?.length ?? 0))
    if (growing.length === 0) return numbered(candidates.map((_, i) => nameAt(i)))
    for (const i of growing) levels[i] = (levels[i] ?? 0) + 1
  }
}

function sharedPlaces(names: readonly string[]): readonly number[] {
  const places = groupBy(names.keys(), (i) => names[i])
  return Array.from(places.values()).flatMap((same) => (same.length > 1 ? same : []))
}

/** Returns names that differ: one that came before gets its place, as in `run (2)`. */
export function numbered(names: readonly string[]): readonly string[] {
  const taken = new Set(names)
  const given = new Set<string>()
  return names.map((name) => {
    let unique = name
    for (let place = 2; given.has(unique); place++) {
      const next = `${name} (${place})`
      if (!taken.has(next)) unique = next
    }
    given.add(unique)
    return unique
  })
}
