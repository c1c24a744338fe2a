import type { Run } from '@runoff/core'
import type { RunOrder } from '../metricStore.ts'
import { nameKey, statusOrder } from '../runOrder.ts'

/** Returns runs in an order, from those in which they were saved: what a store must answer. */
export function orderRuns(
  saved: readonly Run[],
  order: RunOrder,
  isReversed: boolean,
): readonly Run[] {
  const latestFirst = saved.toReversed()
  if (order === 'saved') return isReversed ? saved : latestFirst
  const sign = isReversed ? -1 : 1
  const isKnown = (run: Run): boolean => keyOf(run, order) !== null
  const known = latestFirst.filter(isKnown).sort((a, b) => {
    return sign * compareKeys(keyOf(a, order), keyOf(b, order))
  })
  return [...known, ...latestFirst.filter((run) => !isKnown(run))]
}

function keyOf(run: Run, order: Exclude<RunOrder, 'saved'>): Buffer | number | null {
  switch (order) {
    case 'name':
      return Buffer.from(nameKey(run.name))
    case 'status':
      return knownOrNull(statusOrder.indexOf(run.status), -1)
    case 'started':
      return run.startedAtMs === null ? null : -run.startedAtMs
    default:
      return knownOrNull(run.metrics.get(order.metric)?.[order.of] ?? NaN, NaN)
  }
}

function knownOrNull(value: number, unknown: number): number | null {
  return Object.is(value, unknown) ? null : value
}

function compareKeys(a: Buffer | number | null, b: Buffer | number | null): number {
  if (Buffer.isBuffer(a) && Buffer.isBuffer(b)) return Buffer.compare(a, b)
  if (a === b) return 0
  return Number(a) < Number(b) ? -1 : 1
}
