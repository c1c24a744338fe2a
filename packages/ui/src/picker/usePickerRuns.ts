import type { Objective, PickerView, Run } from '@runoff/core'
import { useDeferredValue, useMemo } from 'react'
import { useGivenEvidence } from '../recommendation/RecommendationProvider.tsx'
import { filterRuns, type FilteredRuns } from './filterRuns.ts'
import { pickerSections, type PickerSections } from './pickerSections.ts'
import { useRunSearch, type SearchProblem } from './useRunSearch.ts'

export interface PickerRunsResult extends FilteredRuns, PickerSections {
  readonly problem: SearchProblem | null
}

/** Returns the runs that a view shows, in order. A long list may follow the typing a little late. */
export function usePickerRuns(
  runs: readonly Run[],
  view: PickerView,
  objective: Objective,
): PickerRunsResult {
  const { status, sortBy, groupByModel, showArchived } = view
  const { metric, goal } = objective
  const { matches, problem } = useRunSearch(useDeferredValue(view.search), view.isRegex)
  const filtered = useMemo(
    () => filterRuns(runs, { status, showArchived }, matches),
    [runs, status, showArchived, matches],
  )
  const evidence = useGivenEvidence(objective)
  const sections = useMemo(
    () => pickerSections(filtered, { sortBy, groupByModel }, { metric, goal }, evidence),
    [filtered, sortBy, groupByModel, metric, goal, evidence],
  )
  return { ...filtered, ...sections, problem }
}
