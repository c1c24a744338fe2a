import type { Run } from '@runoff/core'
import { runKey } from './runKey.ts'

/**
 * Returns each run once, at the first of its places and as it was given last; the list itself where
 * none is given twice.
 */
export function uniqueRuns(runs: readonly Run[]): readonly Run[] {
  const unique = new Map(runs.map((run) => [runKey(run), run]))
  return unique.size === runs.length ? runs : [...unique.values()]
}
