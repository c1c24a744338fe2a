import { isLive, type Run } from '@runoff/core'

/** Returns when a run was made, or else when it started, in milliseconds; `null` if unknown. */
export function runDateMs({ createdAtMs, startedAtMs }: Run): number | null {
  return [createdAtMs, startedAtMs].find(isTime) ?? null
}

/**
 * Returns how long a run took, in milliseconds: from its start to its end, else as long as its
 * trainer logged, else from when it was made.
 *
 * Missing: `null` while the run is not over, where nothing is known, and where it ended before it
 * began.
 */
export function runDurationMs(run: Run): number | null {
  const { createdAtMs, startedAtMs, endedAtMs } = run
  if (isLive(run)) return null
  return elapsed(startedAtMs, endedAtMs) ?? loggedRuntimeMs(run) ?? elapsed(createdAtMs, endedAtMs)
}

function elapsed(fromMs: number | null, toMs: number | null): number | null {
  return isTime(fromMs) && isTime(toMs) && toMs >= fromMs ? toMs - fromMs : null
}

/** Trainers log theirs in seconds. */
function loggedRuntimeMs({ metrics }: Run): number | null {
  const seconds = (metrics.get('train/runtime') ?? metrics.get('train_runtime'))?.last
  return isTime(seconds) && seconds >= 0 ? seconds * 1000 : null
}

function isTime(time: number | null | undefined): time is number {
  return Number.isFinite(time)
}
