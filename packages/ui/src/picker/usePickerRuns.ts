import type { Objective, PickerView, Run } from '@runoff/core'
import { useDeferredValue, useMemo } from 'react'
import { useGivenEvidence } from '../recommendation/RecommendationProvider.tsx'
import { filterRuns, type FilteredRuns } from './filterRuns.ts'
import type { FindMarks } from './markedParts.ts'
import { foundSections, pickerSections, type PickerSections } from './pickerSections.ts'
import { uniqueRuns } from './uniqueRuns.ts'
import { useRunSearch, type SearchProblem } from './useRunSearch.ts'

export interface PickerRunsResult extends FilteredRuns, PickerSections {
  readonly problem: SearchProblem | null
  /** Finds what the search has found within a name. */
  readonly findMarks: FindMarks
}

const everyRun = (): boolean => true

/**
 * Returns the runs that a view shows, in order, each once. A long list may follow the typing a little
 * late.
 */
export function usePickerRuns(
  runs: readonly Run[],
  view: PickerView,
  objective: Objective,
): PickerRunsResult {
  const { status, sortBy, groupByModel, showArchived } = view
  const { metric, goal } = objective
  const { matches, findMarks, problem } = useRunSearch(useDeferredValue(view.search), view.isRegex)
  // Apart from the search, so that a key pressed in it neither sorts nor judges a run anew.
  const { candidates, archivedHiddenCount } = useMemo(
    () => filterRuns(uniqueRuns(runs), { status: 'all', showArchived }, everyRun),
    [runs, showArchived],
  )
  const evidence = useGivenEvidence(objective)
  const all = useMemo(
    () => pickerSections(candidates, { sortBy, groupByModel }, { metric, goal }, evidence),
    [candidates, sortBy, groupByModel, metric, goal, evidence],
  )
  const found = useMemo(
    () => filterRuns(candidates, { status, showArchived: true }, matches).found,
    [candidates, status, matches],
  )
  const sections = useMemo(() => foundSections(all.sections, found), [all.sections, found])
  const { standings } = all
  return { candidates, archivedHiddenCount, found, sections, standings, problem, findMarks }
}
