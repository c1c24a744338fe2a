import type { Objective, Policy, PolicyName, Run } from '@runoff/core'
import { useRecommendation, useRuns, useRunSelection } from '@runoff/react'
import { clsx } from 'clsx'
import { useRef, type ComponentPropsWithoutRef, type ReactNode, type Ref } from 'react'
import { ChartGroup } from '../charts/ChartGroup.tsx'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { CompareBar } from '../picker/CompareBar.tsx'
import { RunPicker } from '../picker/RunPicker.tsx'
import { RecommendationProvider } from '../recommendation/RecommendationProvider.tsx'
import { RunStylesProvider } from '../style/RunStylesProvider.tsx'
import { SummaryTable } from '../table/SummaryTable.tsx'
import { CausesSection } from './CausesSection.tsx'
import { ComparisonPart } from './ComparisonPart.tsx'
import { Curves } from './Curves.tsx'
import { EvidenceSection } from './EvidenceSection.tsx'
import { Fold } from './Fold.tsx'
import { Headline } from './Headline.tsx'
import { RunHighlighter } from './RunHighlighter.tsx'
import { everyRun, useComparedRuns } from './useComparedRuns.ts'
import { useViewState, type ViewStateOptions } from './useViewState.ts'

export interface ComparisonPageProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children'>, ViewStateOptions {
  readonly objective: Objective
  readonly policy?: PolicyName | Policy
  readonly maxSelected?: number
  readonly onOpenRun?: (run: Run) => void
  readonly sectionRef: Ref<HTMLElement>
}

/** The arrangement of `RunComparison`, inside its providers. Renders a `<section>`. */
export function ComparisonPage(props: ComparisonPageProps): ReactNode {
  const { objective, policy = 'composite', maxSelected = 5, onOpenRun, ...others } = props
  const { sectionRef, ...rest } = others
  const { view: given, defaultView, onViewChange, className, ...attributes } = rest
  const { comparison, table } = useMessages()
  const [view, change] = useViewState({ view: given, defaultView, onViewChange })
  const selection = useRunSelection({
    maxSelected,
    selectedIds: view.selectedIds,
    onSelectedIdsChange: (selectedIds) => change({ selectedIds }),
  })
  const { selectedIds } = selection
  const list = useRuns(everyRun)
  const { picker } = view
  const compared = useComparedRuns(list, { picker, selectedIds, maxSelected, objective })
  const shownIds = selectedIds.length > 0 ? selectedIds : compared.runs.map(({ id }) => id)
  const recommendation = useRecommendation(compared.considered, { objective, policy })
  const recommendedId = recommendation?.run?.id ?? null
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <section
      aria-label={comparison.comparison}
      {...attributes}
      ref={sectionRef}
      className={clsx('runoff', 'runoff-comparison', className)}
    >
      <RunStylesProvider runIds={shownIds}>
        <RecommendationProvider recommendation={recommendation}>
          <ChartGroup>
            <RunHighlighter>
              <ComparisonPart name={comparison.answerPart} resetKey={compared.runs}>
                <Headline
                  compared={compared}
                  recommendation={recommendation}
                  onOpenRun={onOpenRun}
                />
              </ComparisonPart>
              <div className="runoff-comparison-work">
                <div className="runoff-comparison-pick">
                  <ComparisonPart name={comparison.runsPart} resetKey={list.runs}>
                    <RunPicker
                      runs={list}
                      selection={selection}
                      objective={objective}
                      recommendedId={recommendedId}
                      view={picker}
                      onViewChange={(next) => change({ picker: next })}
                      onOpenRun={onOpenRun}
                    />
                    <CompareBar
                      runs={list.runs}
                      selection={selection}
                      onCompare={() => showSection(heading.current)}
                    />
                  </ComparisonPart>
                </div>
                <ComparisonPart name={comparison.curves} resetKey={compared.runs}>
                  <Curves
                    headingRef={heading}
                    compared={compared}
                    objective={objective}
                    recommendation={recommendation}
                    view={view}
                    onViewChange={change}
                    notices={list.notices}
                  />
                </ComparisonPart>
              </div>
              {compared.runs.length > 0 && (
                <ComparisonPart name={table.summary} resetKey={compared.runs}>
                  <SummaryTable
                    runs={compared.runs}
                    objective={objective}
                    recommendedId={recommendedId}
                  />
                </ComparisonPart>
              )}
              {compared.considered.length > 0 && (
                <>
                  <Fold title={comparison.evidence} hint={comparison.evidenceHint}>
                    <ComparisonPart name={comparison.evidence} resetKey={compared.considered}>
                      <EvidenceSection
                        runs={compared.considered}
                        objective={objective}
                        recommendation={recommendation}
                      />
                    </ComparisonPart>
                  </Fold>
                  <Fold title={comparison.causes} hint={comparison.causesHint}>
                    <ComparisonPart name={comparison.causes} resetKey={compared.considered}>
                      <CausesSection runs={compared.considered} objective={objective} />
                    </ComparisonPart>
                  </Fold>
                </>
              )}
            </RunHighlighter>
          </ChartGroup>
        </RecommendationProvider>
      </RunStylesProvider>
    </section>
  )
}

function showSection(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true })
  heading?.scrollIntoView({ block: 'start' })
}
