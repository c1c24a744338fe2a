import { RunoffError } from '../errors.ts'
import { compareText } from '../text/compareText.ts'
import { cleanModelName, unknownModel } from './modelName.ts'
import { compareRunIds } from './compareRunIds.ts'
import type { Run } from './run.ts'

/** What runs are put together by; values must be exactly equal. */
export type GroupBy =
  | 'model'
  | 'dataset'
  | 'group'
  | { readonly param: string }
  | { readonly tag: string }

/**
 * Returns the runs by the value they share, each run in exactly one group.
 *
 * Models are compared by `cleanModelName`. Groups come in the order of their names and runs in the
 * order of their ids, so that the order of the input does not matter. Missing: runs without the
 * value form the last group, `'Unknown Model'`, `'Unknown Dataset'`, `'No group'` or `'Not set'`.
 *
 * @throws {RunoffError} `bad-option` when `by` is nothing that runs can be put together by.
 */
export function groupRuns(runs: readonly Run[], by: GroupBy): ReadonlyMap<string, Run[]> {
  const unknown = unknownGroup(by)
  const groups = new Map<string, Run[]>()
  for (const run of runs.toSorted(compareRunIds)) {
    const key = groupOf(run, by) ?? unknown
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [run])
    else group.push(run)
  }
  const rank = (key: string): number => (key === unknown ? 1 : 0)
  return new Map([...groups].toSorted(([a], [b]) => rank(a) - rank(b) || compareText(a, b)))
}

function groupOf(run: Run, by: GroupBy): string | null {
  if (by === 'model') return cleanModelName(run.model)
  if (by === 'dataset') return run.dataset
  if (by === 'group') return run.group
  if ('tag' in by) return run.tags.get(by.tag) ?? null
  const value = run.params.get(by.param)
  return value === undefined || value === null ? null : String(value)
}

function unknownGroup(by: GroupBy): string {
  switch (by) {
    case 'model':
      return unknownModel
    case 'dataset':
      return 'Unknown Dataset'
    case 'group':
      return 'No group'
    default:
      if (typeof by === 'object' && by !== null && ('param' in by || 'tag' in by)) return 'Not set'
      throw new RunoffError(
        'bad-option',
        'groupRuns needs "model", "dataset", "group", { param } or { tag }, ' +
          `and got ${JSON.stringify(by)}.`,
      )
  }
}
