import type { RunQuery, RunSource, SeriesRequest } from '@runoff/sources'

const numbers = new WeakMap<RunSource, number>()
let sourceCount = 0

/** Two sources may share an id by mistake, but never an object. */
function numberOf(source: RunSource): number {
  const known = numbers.get(source)
  if (known !== undefined) return known
  sourceCount += 1
  numbers.set(source, sourceCount)
  return sourceCount
}

type Part = string | number | null | readonly string[] | RunQuery

/** Under which an answer is kept: who was asked, for what kind of thing, and for which one. */
export type RunoffKey = readonly Part[]

export function runsKey(source: RunSource, query?: RunQuery): RunoffKey {
  const root = ['runoff', source.id, numberOf(source), 'runs']
  return query === undefined ? root : [...root, query]
}

/** The order of the ids does not matter. */
export function knownRunsKey(source: RunSource, ids?: readonly string[]): RunoffKey {
  const root = ['runoff', source.id, numberOf(source), 'known-runs']
  return ids === undefined ? root : [...root, ids.toSorted()]
}

export function seriesKey(source: RunSource, request: SeriesRequest): RunoffKey {
  const { runId, metric, maxPoints } = request
  return ['runoff', source.id, numberOf(source), 'series', runId, metric, maxPoints ?? null]
}
