import { compareText, type Objective, type Run } from '@runoff/core'
import type { SeriesByMetric } from './timelinePlaces.ts'

/** What people look at first, the objective aside. */
const losses: readonly string[] = ['eval/loss', 'train/loss']

/**
 * Returns the metrics that a timeline can show, the objective's before all others: those whose
 * series are there, and with `canLoad` those that the runs are known to have logged as well.
 */
export function timelineMetrics(
  runs: readonly Run[],
  series: SeriesByMetric,
  { objective, canLoad }: { readonly objective: Objective; readonly canLoad: boolean },
): readonly string[] {
  const there = [...series.keys()]
  const known = canLoad ? runs.flatMap((run) => [...run.metrics.keys()]) : []
  const first = [objective.metric, ...losses]
  const rankOf = (metric: string): number => {
    const rank = first.indexOf(metric)
    return rank === -1 ? first.length : rank
  }
  return [...new Set([...there, ...known])].toSorted(
    (a, b) => rankOf(a) - rankOf(b) || compareText(a, b),
  )
}
