import type { Run } from '@runoff/core'

const keys = new WeakMap<Run, string>()

/** Returns what tells a run from every other, also from one of another source with the same id. */
export function runKey(run: Run): string {
  const known = keys.get(run)
  if (known !== undefined) return known
  const key = JSON.stringify([run.source, run.id])
  keys.set(run, key)
  return key
}
