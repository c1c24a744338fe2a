import { isLive, type Run } from '@runoff/core'
import type { TimelineAxis } from './messages.ts'

/** Where a run ended, along the axis of the timeline. */
export interface RunEnd {
  /** `live` may go on; `short` ended before its plan; `whole` reached it, or has none. */
  readonly kind: 'live' | 'short' | 'whole'
  /** How far it came; `null` where nothing tells. */
  readonly at: number | null
  /** How far it was to come; `null` where that is not known. */
  readonly planned: number | null
}

/** Trainers stop a hair before a whole number of epochs, or count a last step less. */
const wholeShare = 0.99

/**
 * Returns where a run ended: the farther of its last point and of what the run itself tells.
 * Units: those of the axis. `lastX` is `-Infinity` for a run without points.
 */
export function runEnd(run: Run, axis: TimelineAxis, lastX: number): RunEnd {
  const told = { epoch: run.epoch, step: run.step, record: null }[axis] ?? -Infinity
  const total = { epoch: run.totalEpochs, step: run.totalSteps, record: null }[axis]
  const farthest = Math.max(lastX, told)
  const at = Number.isFinite(farthest) && farthest >= 0 ? farthest : null
  const planned = total !== null && total > 0 ? total : null
  if (isLive(run)) return { kind: 'live', at, planned }
  const isShort = at !== null && planned !== null && at < planned * wholeShare
  return { kind: isShort ? 'short' : 'whole', at, planned }
}
