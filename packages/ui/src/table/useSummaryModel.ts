import type { Objective, Run, TableView } from '@runoff/core'
import { useMemo } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useGivenEvidence } from '../recommendation/RecommendationProvider.tsx'
import { summaryModel, type SummaryModel } from './summaryModel.ts'
import { summaryRows } from './summaryRow.ts'

export interface SummaryModelState {
  readonly objective: Objective
  readonly view: TableView
  readonly openGroups: ReadonlySet<string>
}

/** Returns the table of some runs, in the words and with the evidence around. */
export function useSummaryModel(
  runs: readonly Run[],
  { objective: { metric, goal }, view, openGroups }: SummaryModelState,
): SummaryModel {
  const { table, format } = useMessages()
  const objective = useMemo(() => ({ metric, goal }), [metric, goal])
  const evidence = useGivenEvidence(objective)
  const rows = useMemo(() => summaryRows(runs, objective), [runs, objective])
  return useMemo(
    () =>
      summaryModel(rows, { objective, view, evidence, openGroups, catalogue: { table, format } }),
    [rows, objective, view, evidence, openGroups, table, format],
  )
}
