import { useMemo } from 'react'
import type { RecommendOptions, Run } from '@runoff/core'
import { useSharedAnswers } from './useSharedAnswers.ts'
import { useSharedData } from './useSharedData.ts'
import { useSharedSeries } from './useSharedSeries.ts'

/** What a host may write anew in each render though it says the same. */
type GivenOptions = Pick<RecommendOptions, 'series' | 'conditions' | 'configuration'>

export interface DecisionInputs<Options> {
  readonly runs: readonly Run[]
  readonly options: Options
}

/** Returns runs and options that keep their identity until one of them says something else. */
export function useDecisionInputs<Options extends GivenOptions>(
  runs: readonly Run[],
  options: Options,
): DecisionInputs<Options> {
  const { series, conditions, configuration, ...rest } = options
  const sameRuns = useSharedData(runs)
  const data = useSharedData(rest)
  const sameSeries = useSharedSeries(series)
  const conditionsOf = useSharedAnswers(sameRuns, conditions)
  const configurationOf = useSharedAnswers(sameRuns, configuration)
  return useMemo(() => {
    const given: GivenOptions = {
      ...(sameSeries && { series: sameSeries }),
      ...(conditionsOf && { conditions: conditionsOf }),
      ...(configurationOf && { configuration: configurationOf }),
    }
    return { runs: sameRuns, options: { ...data, ...given } as Options }
  }, [sameRuns, data, sameSeries, conditionsOf, configurationOf])
}
