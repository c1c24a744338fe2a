import type { Notice } from '@runoff/core'
import type { MetricRow, ParsedRun } from '../formats/parsedFile.ts'

export interface JoinedStates {
  readonly run: ParsedRun
  readonly notices: readonly Notice[]
}

/**
 * Returns the one run that several states of it tell of, given from the earliest to the last.
 *
 * The history of a checkpoint is the beginning of a later one, and says nothing new. One that is
 * not was written before the run was resumed from an earlier point: both are kept, and where their
 * steps repeat the later one stands.
 */
export function joinStates(states: readonly ParsedRun[]): JoinedStates | null {
  const news = states.filter(({ rows }, i) => {
    return !states.some((other, j) => j !== i && covers(other.rows, rows, j > i))
  })
  const last = news.at(-1)
  if (last === undefined) return null
  const rows = news.flatMap((state) => state.rows)
  return { run: { key: null, rows, facts: last.facts }, notices: news.length > 1 ? [resumed] : [] }
}

/** Whether a history begins with another; of two that are the same, the later covers the earlier. */
function covers(
  history: readonly MetricRow[],
  other: readonly MetricRow[],
  isLater: boolean,
): boolean {
  return isBeginning(other, history) && (history.length > other.length || isLater)
}

/** Whether one history is how another begins. */
export function isBeginning(
  beginning: readonly MetricRow[],
  history: readonly MetricRow[],
): boolean {
  return (
    beginning.length <= history.length && beginning.every((row, i) => isSameRow(row, history[i]))
  )
}

function isSameRow(a: MetricRow, b: MetricRow | undefined): boolean {
  if (a.step !== b?.step || a.metrics.size !== b.metrics.size) return false
  return Array.from(a.metrics).every(([name, value]) => Object.is(value, b.metrics.get(name)))
}

const resumed: Notice = {
  code: 'resumed-run',
  message:
    'A checkpoint holds points that the last state does not, so the run was resumed; ' +
    'both are kept, and where steps repeat the later value.',
}
