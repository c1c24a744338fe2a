import type { Objective, Run } from '@runoff/core'
import { useRuns, useRunSelection } from '@runoff/react'
import { clsx } from 'clsx'
import { useRef, type ComponentPropsWithoutRef, type ReactNode, type Ref } from 'react'
import { ChartGroup } from '../charts/ChartGroup.tsx'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { CompareBar } from '../picker/CompareBar.tsx'
import { RunPicker } from '../picker/RunPicker.tsx'
import { RunStylesProvider } from '../style/RunStylesProvider.tsx'
import { SummaryTable } from '../table/SummaryTable.tsx'
import { ComparisonPart } from './ComparisonPart.tsx'
import { Curves } from './Curves.tsx'
import { Headline } from './Headline.tsx'
import { RunHighlighter } from './RunHighlighter.tsx'
import { everyRun, useComparedRuns } from './useComparedRuns.ts'
import { useViewState, type ViewStateOptions } from './useViewState.ts'

export interface ComparisonPageProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children'>, ViewStateOptions {
  readonly objective: Objective
  readonly maxSelected?: number
  readonly onOpenRun?: (run: Run) => void
  readonly sectionRef: Ref<HTMLElement>
}

/** The arrangement of `RunComparison`, inside its providers. Renders a `<section>`. */
export function ComparisonPage(props: ComparisonPageProps): ReactNode {
  const { objective, maxSelected = 5, onOpenRun, sectionRef, ...rest } = props
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
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <section
      aria-label={comparison.comparison}
      {...attributes}
      ref={sectionRef}
      className={clsx('runoff', 'runoff-comparison', className)}
    >
      <RunStylesProvider runIds={shownIds}>
        <ChartGroup>
          <RunHighlighter>
            <ComparisonPart name={comparison.answerPart} resetKey={compared.runs}>
              <Headline compared={compared} objective={objective} />
            </ComparisonPart>
            <div className="runoff-comparison-pick">
              <ComparisonPart name={comparison.runsPart} resetKey={list.runs}>
                <RunPicker
                  runs={list}
                  selection={selection}
                  objective={objective}
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
                view={view}
                onViewChange={change}
                notices={list.notices}
              />
            </ComparisonPart>
            {compared.runs.length > 0 && (
              <ComparisonPart name={table.summary} resetKey={compared.runs}>
                <SummaryTable
                  runs={compared.runs}
                  objective={objective}
                  {...(view.sorting === null ? {} : { sorting: view.sorting })}
                  onSortingChange={(sorting) => change({ sorting })}
                />
              </ComparisonPart>
            )}
          </RunHighlighter>
        </ChartGroup>
      </RunStylesProvider>
    </section>
  )
}

function showSection(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true })
  heading?.scrollIntoView({ block: 'start' })
}
