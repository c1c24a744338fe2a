import type { Objective, Recommendation, Run } from '@runoff/core'
import { useCost, useSignificance, useStoppingAdvice } from '@runoff/react'
import type { ReactNode } from 'react'
import { CostChart } from '../evidence/CostChart.tsx'
import { SignificanceTable } from '../evidence/SignificanceTable.tsx'
import { StoppingAdviceList } from '../evidence/StoppingAdviceList.tsx'

export interface EvidenceSectionProps {
  /** The runs that the answer is said of. */
  readonly runs: readonly Run[]
  readonly objective: Objective
  readonly recommendation: Recommendation
}

/** What differs beyond chance, what it costs, and what could be stopped. Renders three parts. */
export function EvidenceSection(props: EvidenceSectionProps): ReactNode {
  const { runs, objective, recommendation } = props
  const { evidence, kind } = recommendation.verdict
  const significance = useSignificance(runs, { objective })
  const isJudged = kind === 'clear-winner' || kind === 'contenders'
  const contenders = isJudged
    ? evidence.groups.filter(({ isContender }) => isContender).flatMap((group) => group.runs)
    : noRuns
  const cost = useCost(runs, {
    objective,
    noise: evidence.noise?.sd ?? 0,
    ...(isJudged ? { contenders } : {}),
  })
  const stopping = useStoppingAdvice(runs, { objective })
  return (
    <>
      <SignificanceTable significance={significance.value} progress={significance.progress} />
      <CostChart comparison={cost} contenders={contenders} />
      <StoppingAdviceList
        runs={runs}
        advice={stopping.advice}
        isLoading={stopping.isLoading}
        objective={objective}
      />
    </>
  )
}

const noRuns: readonly Run[] = []
