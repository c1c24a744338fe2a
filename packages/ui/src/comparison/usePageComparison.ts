import type { Notice, Objective, Policy, PolicyName, Run } from '@runoff/core'
import {
  useComparisonView,
  useRecommendation,
  useRuns,
  useRunSelection,
  type ComparisonViewOptions,
  type RunSelectionResult,
  type RunsResult,
} from '@runoff/react'
import type { ComparisonSubject } from './ComparisonSections.tsx'
import { everyRun, useComparedRuns } from './useComparedRuns.ts'

export interface PageComparisonOptions extends ComparisonViewOptions {
  /** What runs are judged by until someone chooses. */
  readonly objective: Objective
  readonly policy: PolicyName | Policy
  readonly maxSelected: number
  readonly onOpenRun: ((run: Run) => void) | undefined
}

export interface PageComparison {
  readonly subject: ComparisonSubject
  readonly list: RunsResult
  readonly selection: RunSelectionResult
  /** The runs that have a colour. */
  readonly shownIds: readonly string[]
  /** Why a link has not given the view. */
  readonly linkNotices: readonly Notice[]
}

/** Returns all that the page shows: its view, the list, the selection, and what is compared. */
export function usePageComparison(options: PageComparisonOptions): PageComparison {
  const { maxSelected, policy, onOpenRun, address = null, ...viewOptions } = options
  const { view, change, link, notices } = useComparisonView({ ...viewOptions, address })
  const objective = view.objective ?? options.objective
  const selection = useRunSelection({
    maxSelected,
    selectedIds: view.selectedIds,
    onSelectedIdsChange: (selectedIds) => change({ selectedIds }),
  })
  const { selectedIds } = selection
  const list = useRuns(everyRun)
  const { picker } = view
  const compared = useComparedRuns(list, { picker, selectedIds, maxSelected, objective })
  const recommendation = useRecommendation(compared.considered, { objective, policy })
  return {
    subject: {
      compared,
      objective,
      recommendation,
      view,
      onViewChange: change,
      onOpenRun,
      link: address === null ? undefined : link,
    },
    list,
    selection,
    shownIds: selectedIds.length > 0 ? selectedIds : compared.runs.map(({ id }) => id),
    linkNotices: notices,
  }
}
