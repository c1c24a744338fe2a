import type { Run } from '@runoff/core'

/** Returns when a run was made, or else when it started, in milliseconds; `null` if unknown. */
export function runDateMs({ createdAtMs, startedAtMs }: Run): number | null {
  return [createdAtMs, startedAtMs].find(isTime) ?? null
}

/** Returns how long a run took, in milliseconds; `null` while it is not over or where unknown. */
export function runDurationMs({ createdAtMs, startedAtMs, endedAtMs }: Run): number | null {
  const start = [startedAtMs, createdAtMs].find(isTime)
  return isTime(endedAtMs) && start !== undefined ? endedAtMs - start : null
}

function isTime(time: number | null | undefined): time is number {
  return Number.isFinite(time)
}
