import type { Objective, Run } from '@runoff/core'
import { useParamImportance } from '@runoff/react'
import { useState, type ReactNode } from 'react'
import { ParallelCoordinates } from '../params/ParallelCoordinates.tsx'
import { ParamImportance } from '../params/ParamImportance.tsx'
import { ParamScatter } from '../params/ParamScatter.tsx'
import { useRunHighlight } from './useRunHighlight.ts'

export interface CausesSectionProps {
  /** The runs that the answer is said of. */
  readonly runs: readonly Run[]
  readonly objective: Objective
}

/** Which parameters the values go with: in numbers, one by one, and all at once. */
export function CausesSection({ runs, objective }: CausesSectionProps): ReactNode {
  const importance = useParamImportance(runs, { objective })
  const [param, setParam] = useState<string | null>(null)
  const highlight = useRunHighlight()
  return (
    <>
      <ParamImportance
        importance={importance.value}
        progress={importance.progress}
        param={param}
        onParamChange={setParam}
      />
      <ParamScatter
        runs={runs}
        objective={objective}
        {...(param === null ? {} : { param })}
        onParamChange={setParam}
        {...highlight}
      />
      <ParallelCoordinates runs={runs} objective={objective} {...highlight} />
    </>
  )
}
