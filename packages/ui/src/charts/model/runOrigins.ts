import type { MetricSeries } from '@runoff/core'
import type { AxisKind } from '../messages.ts'
import type { ChartLine } from './chartLine.ts'
import { columnMemory } from './columnMemory.ts'
import { hasOrderedSteps } from './orderedSteps.ts'

/**
 * Returns where each run begins on a relative axis: the earliest finite time over all of its series,
 * in milliseconds since 1970, or its first step. A run without one has no entry; on an axis that is
 * not relative none has.
 */
export function runOrigins(
  lines: readonly Pick<ChartLine, 'runId' | 'ofRun'>[],
  axis: AxisKind,
): ReadonlyMap<string, number> {
  const origins = new Map<string, number>()
  if (axis !== 'relative-time' && axis !== 'relative-step') return origins
  for (const { runId, ofRun } of lines) {
    for (const series of ofRun) {
      const first = axis === 'relative-time' ? earliest(series) : firstStep(series)
      if (first < (origins.get(runId) ?? Infinity)) origins.set(runId, first)
    }
  }
  return origins
}

/** Steps rise, unless a host that built its columns itself let them fall. */
function firstStep({ steps }: MetricSeries): number {
  if (hasOrderedSteps(steps)) return steps[0] ?? Infinity
  return steps.reduce((least, at) => (at < least && at > -Infinity ? at : least), Infinity)
}

interface Earliest {
  readonly length: number
  readonly at: number
}

/** Of a series that grows only what was added is looked at. */
const known = columnMemory<Earliest>()

/** Clocks go back, so the first is not always the earliest. */
function earliest({ timesMs }: MetricSeries): number {
  if (timesMs === null) return Infinity
  const before = known.get(timesMs)
  const isLonger = before !== undefined && before.length <= timesMs.length
  let least = isLonger ? before.at : Infinity
  for (let i = isLonger ? before.length : 0; i < timesMs.length; i++) {
    const at = timesMs[i] as number
    if (at < least && at > -Infinity) least = at
  }
  known.set(timesMs, { length: timesMs.length, at: least })
  return least
}
