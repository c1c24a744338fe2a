import type { ComparisonView, Notice, Objective, Recommendation, Run } from '@runoff/core'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { SummaryTable } from '../table/SummaryTable.tsx'
import { ComparisonPart } from './ComparisonPart.tsx'
import { Curves } from './Curves.tsx'
import { EvidenceSection } from './EvidenceSection.tsx'
import { Fold } from './Fold.tsx'
import { HyperparametersSection } from './HyperparametersSection.tsx'
import { KeepPart } from './KeepPart.tsx'
import { TimelineSection } from './TimelineSection.tsx'
import type { ComparedRunsResult } from './useComparedRuns.ts'

/** What all sections of a comparison are about. */
export interface ComparisonSubject {
  readonly compared: ComparedRunsResult
  readonly objective: Objective
  /** `null` while that of thousands of runs is computed. */
  readonly recommendation: Recommendation | null
  readonly view: ComparisonView
  readonly onViewChange: (change: Partial<ComparisonView>) => void
  readonly onOpenRun: ((run: Run) => void) | undefined
  /** Returns an address that shows the same; absent where no address keeps the view. */
  readonly link: (() => string) | undefined
}

export interface CurvesPartProps extends ComparisonSubject {
  /** What was odd about the list of runs. */
  readonly notices: readonly Notice[]
}

/** The charts of the compared runs; a crash leaves a sentence. */
export function CurvesPart(subject: CurvesPartProps): ReactNode {
  const { comparison } = useMessages()
  return (
    <ComparisonPart name={comparison.curves} resetKey={subject.compared.runs}>
      <Curves {...subject} />
    </ComparisonPart>
  )
}

/** What stands under the curves: the numbers, what they rest on, their causes, and what to keep. */
export function NumberParts(subject: ComparisonSubject): ReactNode {
  const { compared, objective, recommendation, view, onViewChange } = subject
  const { comparison, table, keep } = useMessages()
  const { runs, considered } = compared
  if (runs.length === 0) return null
  return (
    <>
      <ComparisonPart name={table.summary} resetKey={runs}>
        <SummaryTable
          runs={runs}
          objective={objective}
          recommendedId={recommendation?.run?.id ?? null}
          view={view.table}
          onViewChange={(next) => onViewChange({ table: next })}
        />
      </ComparisonPart>
      <Fold title={comparison.timeline} hint={comparison.timelineHint}>
        <ComparisonPart name={comparison.timeline} resetKey={runs}>
          <TimelineSection
            runs={runs}
            objective={objective}
            view={view}
            onViewChange={onViewChange}
          />
        </ComparisonPart>
      </Fold>
      <Fold title={comparison.evidence} hint={comparison.evidenceHint}>
        <ComparisonPart name={comparison.evidence} resetKey={considered}>
          <EvidenceSection
            runs={considered}
            objective={objective}
            recommendation={recommendation}
          />
        </ComparisonPart>
      </Fold>
      <ComparisonPart name={comparison.causes} resetKey={runs}>
        <HyperparametersSection {...subject} />
      </ComparisonPart>
      <ComparisonPart name={keep.title} resetKey={runs}>
        <KeepPart {...subject} />
      </ComparisonPart>
    </>
  )
}
