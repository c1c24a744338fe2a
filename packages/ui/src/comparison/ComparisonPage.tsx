import type { Objective, Policy, PolicyName, Run } from '@runoff/core'
import type { ComparisonViewOptions } from '@runoff/react'
import { clsx } from 'clsx'
import { useState, type ComponentPropsWithoutRef, type ReactNode, type Ref } from 'react'
import { ChartGroup } from '../charts/ChartGroup.tsx'
import { useMergedRefs } from '../effects/useMergedRefs.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { OverlayProvider } from '../overlay/OverlayProvider.tsx'
import { ArchiveProvider } from '../picker/archive/ArchiveProvider.tsx'
import { RecommendationProvider } from '../recommendation/RecommendationProvider.tsx'
import { RunStylesProvider } from '../style/RunStylesProvider.tsx'
import { ComparisonPart } from './ComparisonPart.tsx'
import { CurvesPart, NumberParts } from './ComparisonSections.tsx'
import { DialogComparison } from './DialogComparison.tsx'
import { DialogFrame } from './DialogFrame.tsx'
import { Headline } from './Headline.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { PageTools } from './PageTools.tsx'
import { PickPart } from './PickPart.tsx'
import { RunHighlighter } from './RunHighlighter.tsx'
import { RunsFailure } from './RunsFailure.tsx'
import { usePageComparison } from './usePageComparison.ts'
import { usePageKeys } from './usePageKeys.ts'
import { useViewDomain } from './useViewDomain.ts'

export interface ComparisonPageProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children'>, ComparisonViewOptions {
  readonly objective: Objective
  readonly policy?: PolicyName | Policy
  readonly maxSelected?: number
  readonly onOpenRun?: (run: Run) => void
  readonly sectionRef: Ref<HTMLElement>
}

/** The arrangement of `RunComparison`, inside its providers. Renders a `<section>`. */
export function ComparisonPage(props: ComparisonPageProps): ReactNode {
  const { objective, policy = 'composite', maxSelected = 5, onOpenRun, ...others } = props
  const { view, defaultView, onViewChange, address, sectionRef, ...rest } = others
  const { className, onKeyDown, ...attributes } = rest
  const { comparison } = useMessages()
  const page = usePageComparison({
    objective,
    policy,
    maxSelected,
    onOpenRun,
    view,
    defaultView,
    onViewChange,
    address,
  })
  const { subject, list, selection, shownIds, linkNotices } = page
  const { compared, recommendation, view: current, onViewChange: change } = subject
  const isDialogOpen = current.isDialogOpen && selection.selectedIds.length > 0
  const domain = useViewDomain(current, change)
  const keys = usePageKeys()
  const [container, setContainer] = useState<HTMLElement | null>(null)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- It hears of keys within.
    <section
      aria-label={comparison.comparison}
      {...attributes}
      ref={useMergedRefs(sectionRef, setContainer)}
      className={clsx('runoff', 'runoff-comparison', className)}
      onKeyDown={(event) => {
        onKeyDown?.(event)
        keys.onKeyDown(event)
      }}
    >
      <OverlayProvider container={container}>
        <RunStylesProvider runIds={shownIds}>
          <RecommendationProvider recommendation={recommendation}>
            <ArchiveProvider>
              <ChartGroup {...domain}>
                <RunHighlighter>
                  <ComparisonPart name={comparison.answerPart} resetKey={compared.runs}>
                    <Headline {...subject} notices={linkNotices} isCovered={isDialogOpen}>
                      <PageTools
                        {...subject}
                        runs={list.runs}
                        onKeysOpen={() => keys.setListOpen(true)}
                      />
                    </Headline>
                  </ComparisonPart>
                  {/* What is wrong with the list is said there. */}
                  <RunsFailure
                    error={list.error === null ? compared.error : null}
                    onRetry={compared.reload}
                  />
                  <div className="runoff-comparison-work">
                    <PickPart {...page} />
                    <CurvesPart {...subject} notices={list.notices} />
                  </div>
                  <NumberParts {...subject} />
                </RunHighlighter>
              </ChartGroup>
              <DialogFrame
                title={comparison.comparison}
                open={isDialogOpen}
                onOpenChange={(open) => change({ isDialogOpen: open })}
              >
                <DialogComparison {...subject} notices={list.notices} />
              </DialogFrame>
            </ArchiveProvider>
          </RecommendationProvider>
        </RunStylesProvider>
        <KeysDialog open={keys.isListOpen} onOpenChange={keys.setListOpen} />
      </OverlayProvider>
    </section>
  )
}
