import type { MetricSeries } from '@runoff/core'
import type { AxisKind } from '../messages.ts'
import type { ChartLine } from './chartLine.ts'
import { hasOrderedSteps } from './orderedSteps.ts'

/**
 * Returns where each run begins on a relative axis: the earliest finite time over all of its lines,
 * in milliseconds since 1970, or its first step. A run without one has no entry; on an axis that is
 * not relative none has.
 */
export function runOrigins(
  lines: readonly Pick<ChartLine, 'runId' | 'series'>[],
  axis: AxisKind,
): ReadonlyMap<string, number> {
  const origins = new Map<string, number>()
  if (axis !== 'relative-time' && axis !== 'relative-step') return origins
  for (const { runId, series } of lines) {
    const first = axis === 'relative-time' ? earliest(series) : firstStep(series)
    if (first < (origins.get(runId) ?? Infinity)) origins.set(runId, first)
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

/** By memory: of a series that grows only what was added is looked at. */
const known = new WeakMap<ArrayBufferLike, Earliest>()

/** Clocks go back, so the first is not always the earliest. */
function earliest({ timesMs }: MetricSeries): number {
  if (timesMs === null) return Infinity
  const before = timesMs.byteOffset === 0 ? known.get(timesMs.buffer) : undefined
  const isLonger = before !== undefined && before.length <= timesMs.length
  let least = isLonger ? before.at : Infinity
  for (let i = isLonger ? before.length : 0; i < timesMs.length; i++) {
    const at = timesMs[i] as number
    if (at < least && at > -Infinity) least = at
  }
  if (timesMs.byteOffset === 0) known.set(timesMs.buffer, { length: timesMs.length, at: least })
  return least
}
