import type { ChartLine } from './chartLine.ts'

/**
 * Returns where each run begins: the earliest finite time over all of its lines, in milliseconds
 * since 1970. A run without a time has no entry.
 */
export function runOrigins(
  lines: readonly Pick<ChartLine, 'runId' | 'series'>[],
): ReadonlyMap<string, number> {
  const origins = new Map<string, number>()
  for (const { runId, series } of lines) {
    const first = earliest(series.timesMs ?? [])
    if (first < (origins.get(runId) ?? Infinity)) origins.set(runId, first)
  }
  return origins
}

/** Clocks go back, so the first is not always the earliest. */
function earliest(timesMs: Iterable<number>): number {
  let least = Infinity
  for (const at of timesMs) if (at < least && at > -Infinity) least = at
  return least
}
