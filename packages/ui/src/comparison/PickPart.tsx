import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { CompareBar } from '../picker/CompareBar.tsx'
import { RunHistory } from '../history/RunHistory.tsx'
import { RunPicker } from '../picker/RunPicker.tsx'
import { IsNested } from '../evidence/SectionHeading.tsx'
import { ComparisonPart } from './ComparisonPart.tsx'
import { Fold } from './Fold.tsx'
import type { PageComparison } from './usePageComparison.ts'

/** The list of runs, and the bar of those that are selected. Renders a `<div>`. */
export function PickPart({ subject, list, selection }: PageComparison): ReactNode {
  const { objective, recommendation, view, onViewChange, onOpenRun } = subject
  const { comparison } = useMessages()
  return (
    <div className="runoff-comparison-pick">
      <ComparisonPart name={comparison.runsPart} resetKey={list.runs}>
        <RunPicker
          runs={list}
          selection={selection}
          objective={objective}
          recommendedId={recommendation?.run?.id ?? null}
          view={view.picker}
          onViewChange={(picker) => onViewChange({ picker })}
          onOpenRun={onOpenRun}
          isCollapsed={view.isPickerCollapsed}
          onCollapsedChange={(isPickerCollapsed) => onViewChange({ isPickerCollapsed })}
        />
        <CompareBar
          runs={list.runs}
          selection={selection}
          onCompare={() => onViewChange({ isDialogOpen: true })}
        />
      </ComparisonPart>
      {list.runs.length > 1 && (
        <IsNested.Provider value={true}>
          <Fold title={comparison.history} hint={comparison.historyHint}>
            <ComparisonPart name={comparison.history} resetKey={list.runs}>
              <RunHistory runs={list.runs} objective={objective} onOpenRun={onOpenRun} />
            </ComparisonPart>
          </Fold>
        </IsNested.Provider>
      )}
    </div>
  )
}
