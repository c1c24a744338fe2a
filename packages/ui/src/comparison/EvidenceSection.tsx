import { isLive, type Objective, type Recommendation, type Run, type Verdict } from '@runoff/core'
import { useCost, useSignificance, useStoppingAdvice } from '@runoff/react'
import { useMemo, type ReactNode } from 'react'
import { CostChart } from '../evidence/CostChart.tsx'
import { SignificanceTable } from '../evidence/SignificanceTable.tsx'
import { StoppingAdviceList } from '../evidence/StoppingAdviceList.tsx'

export interface EvidenceSectionProps {
  /** The runs that the answer is said of. */
  readonly runs: readonly Run[]
  readonly objective: Objective
  readonly recommendation: Recommendation | null
}

/** What differs beyond chance, what it costs, and what could be stopped. Renders three parts. */
export function EvidenceSection(props: EvidenceSectionProps): ReactNode {
  const { runs, objective, recommendation } = props
  const verdict = recommendation?.verdict ?? null
  const significance = useSignificance(runs, { objective })
  const contenders = useMemo(() => contendersOf(verdict), [verdict])
  const cost = useCost(runs, {
    objective,
    noise: verdict?.evidence.noise?.sd ?? 0,
    ...(contenders.length > 0 ? { contenders } : {}),
  })
  const stopping = useStoppingAdvice(runs, { objective })
  return (
    <>
      <SignificanceTable significance={significance.value} progress={significance.progress} />
      <CostChart comparison={cost} contenders={contenders} />
      {runs.some(isLive) && (
        <StoppingAdviceList
          runs={runs}
          advice={stopping.advice}
          isLoading={stopping.isLoading}
          objective={objective}
        />
      )}
    </>
  )
}

function contendersOf(verdict: Verdict | null): readonly Run[] {
  if (verdict === null || (verdict.kind !== 'clear-winner' && verdict.kind !== 'contenders')) {
    return []
  }
  const { groups } = verdict.evidence
  return groups.filter(({ isContender }) => isContender).flatMap((group) => group.runs)
}
