import { useId, type ReactNode } from 'react'
import { ParamDiff } from '../diff/ParamDiff.tsx'
import { IsNested } from '../evidence/SectionHeading.tsx'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { CausesSection } from './CausesSection.tsx'
import { ComparisonPart } from './ComparisonPart.tsx'
import type { ComparisonSubject } from './ComparisonSections.tsx'
import { Fold } from './Fold.tsx'

/**
 * In which parameters the compared runs differ, and folded what the values of all judged ones go
 * with. Renders a `<section>`.
 */
export function HyperparametersSection(subject: ComparisonSubject): ReactNode {
  const { compared, objective, recommendation, view, onViewChange } = subject
  const { comparison } = useMessages()
  const headingId = useId()
  const recommendedId = recommendation?.run?.id ?? null
  const isCompared = compared.runs.some((run) => run.id === recommendedId)
  return (
    <section className="runoff-comparison-section" aria-labelledby={headingId}>
      <h2 className="runoff-heading" id={headingId}>
        {comparison.causes}
      </h2>
      <IsNested.Provider value={true}>
        <ParamDiff
          runs={compared.runs}
          baselineId={isCompared ? recommendedId : null}
          view={view.diff}
          onViewChange={(diff) => onViewChange({ diff })}
        />
        <Fold title={comparison.effects} hint={comparison.effectsHint}>
          <ComparisonPart name={comparison.effects} resetKey={compared.considered}>
            <CausesSection runs={compared.considered} objective={objective} />
          </ComparisonPart>
        </Fold>
      </IsNested.Provider>
    </section>
  )
}
