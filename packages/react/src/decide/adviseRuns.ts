import { isLive, type Objective, type Run } from '@runoff/core'
import {
  stoppingAdvice,
  type PastRun,
  type StoppingAdvice,
  type StoppingOptions,
} from '@runoff/core/stats'
import type { MultiJobMetricsResult } from '../series/useMultiJobMetrics.ts'
import { pastRunsOf, type PastRunsOptions } from './pastRuns.ts'

/** A live run and the completed ones that it is held against. */
export interface StoppingCase {
  readonly live: Run
  readonly past: readonly Run[]
}

/** Returns the live runs among the runs, each with its past. */
export function stoppingCases(
  runs: readonly Run[],
  options: PastRunsOptions,
): readonly StoppingCase[] {
  return runs.filter(isLive).map((live) => ({ live, past: pastRunsOf(live, runs, options) }))
}

/** By the id of each live run; `null` for one of which too little was read yet. */
export type AdviceSoFar = ReadonlyMap<string, StoppingAdvice | null>

type Read = Pick<MultiJobMetricsResult, 'metricsMap' | 'errors'>

/** Returns advice on each live run whose series, and all of whose past, were answered. */
export function adviseRuns(
  cases: readonly StoppingCase[],
  options: StoppingOptions & { readonly objective: Objective },
  { metricsMap, errors }: Read,
): AdviceSoFar {
  const withSeries = (run: Run): readonly PastRun[] => {
    const series = metricsMap.get(run.id)?.get(options.objective.metric)
    return series === undefined ? [] : [{ run, series }]
  }
  const advise = ({ live, past }: StoppingCase): StoppingAdvice | null => {
    const [own] = withSeries(live)
    const isRead = past.every(({ id }) => metricsMap.has(id) || errors.has(id))
    return own === undefined || !isRead
      ? null
      : stoppingAdvice(own, past.flatMap(withSeries), options)
  }
  return new Map(cases.map((each) => [each.live.id, advise(each)]))
}
