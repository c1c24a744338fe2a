import { isDeepStrictEqual } from 'node:util'
import type { MetricSeries, ParamValue, Run } from '@runoff/core'
import type { RunChange } from '../store/metricStore.ts'
import type { RunContent } from './runContent.ts'

/** What is new of a run that only grew. */
export interface Growth {
  readonly series: ReadonlyMap<string, MetricSeries>
  readonly change: RunChange
}

/**
 * Returns what came to a run since it was read before; `null` where it does more than grow: a point
 * that was there is another one now, or something is gone.
 */
export function growthOf(before: RunContent, after: RunContent): Growth | null {
  const change = changeOf(before.run, after.run)
  if (change === null || !hasSameSummaries(before, after)) return null
  const series = new Map<string, MetricSeries>()
  for (const metric of before.series.keys()) if (!after.series.has(metric)) return null
  for (const [metric, points] of after.series) {
    const known = before.series.get(metric)
    const odd = before.notices.get(metric) ?? []
    if (!isDeepStrictEqual(odd, after.notices.get(metric) ?? [])) return null
    const added = known === undefined ? points : addedPoints(known, points)
    if (added === null) return null
    if (added.steps.length > 0) series.set(metric, added)
  }
  return { series, change }
}

/** Returns the points of a series behind those of an earlier one; `null` where it begins otherwise. */
export function addedPoints(before: MetricSeries, after: MetricSeries): MetricSeries | null {
  const count = before.steps.length
  if (before.basis !== 'full' || after.basis !== 'full') return null
  if ((before.stepUnit ?? 'step') !== (after.stepUnit ?? 'step')) return null
  const isPrefix =
    startsWith(after.steps, before.steps) &&
    startsWith(after.values, before.values) &&
    startsWith(after.timesMs, before.timesMs) &&
    startsWith(after.epochs, before.epochs)
  if (!isPrefix) return null
  return {
    ...after,
    steps: after.steps.subarray(count),
    values: after.values.subarray(count),
    timesMs: after.timesMs?.subarray(count) ?? null,
    epochs: after.epochs?.subarray(count) ?? null,
    total: after.steps.length - count,
  }
}

/** To the bit, as `NaN` and the sign of zero count too. */
function startsWith(column: Float64Array | null, start: Float64Array | null): boolean {
  if (column === null || start === null) return column === start
  if (column.length < start.length) return false
  return bytesOf(column.subarray(0, start.length)).equals(bytesOf(start))
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

/** Summaries of metrics without points are not made by the store, and so are saved anew. */
function hasSameSummaries(before: RunContent, after: RunContent): boolean {
  const bare = ({ run, series }: RunContent): readonly unknown[] =>
    Array.from(run.metrics).filter(([metric]) => !series.has(metric))
  return isDeepStrictEqual(bare(before), bare(after))
}

/** What may come to be known of a run, or change, while it is recorded. */
const changing = [
  'name',
  'model',
  'dataset',
  'status',
  'step',
  'totalSteps',
  'epoch',
  'totalEpochs',
  'seed',
  'group',
  'best',
] as const
/** What a store cannot change of a run. */
const fixed = ['createdAtMs', 'gpuHours', 'archived', 'url'] as const

function changeOf(before: Run, after: Run): RunChange | null {
  if (fixed.some((field) => before[field] !== after[field])) return null
  const params = addedEntries<ParamValue>(before.params, after.params)
  const tags = addedEntries<string>(before.tags, after.tags)
  if (params === null || tags === null) return null
  const changes: Record<string, unknown> = {}
  for (const field of changing) {
    if (isDeepStrictEqual(before[field], after[field])) continue
    // That something is no longer known is no change that can be told.
    if (after[field] === null) return null
    changes[field] = after[field]
  }
  for (const field of ['startedAt', 'endedAt'] as const) {
    const ms = after[`${field}Ms`]
    if (before[`${field}Ms`] === ms) continue
    if (ms === null) return null
    changes[field] = ms
  }
  return {
    ...changes,
    ...(params.size > 0 ? { params } : {}),
    ...(tags.size > 0 ? { tags } : {}),
  }
}

/** Returns the entries that are new or different; `null` where one is gone. */
function addedEntries<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> | null {
  for (const name of before.keys()) if (!after.has(name)) return null
  return new Map(
    Array.from(after).filter(([name, value]) => !isDeepStrictEqual(before.get(name), value)),
  )
}
