import type { Objective, Run } from '@runoff/core'
import {
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type AccessorFnColumnDef,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { sortSummary } from './sortSummary.ts'
import { summaryColumns, type SummaryColumn } from './summaryColumns.ts'
import { summaryRow, summaryRowKey, type SummaryRow } from './summaryRow.ts'
import { useSummarySorting, type SummarySortingOptions } from './useSummarySorting.ts'

const features = /* @__PURE__ */ tableFeatures({ rowSortingFeature })
const helper = /* @__PURE__ */ createColumnHelper<typeof features, SummaryRow>()

/** The head of a column: how it is sorted, and what sorts by it. */
export interface SummaryHeading {
  readonly column: SummaryColumn
  readonly sorted: false | 'asc' | 'desc'
  readonly sort: () => void
}

export interface SummaryTableState {
  readonly objective: Objective
  readonly columns: readonly SummaryColumn[]
  /** Of each column, in their order. */
  readonly headings: readonly SummaryHeading[]
  /** In the order of the sorting. */
  readonly rows: readonly SummaryRow[]
}

/** Returns the sorted rows and the columns with what sorts them. */
export function useSummaryTable(
  runs: readonly Run[],
  { metric, goal }: Objective,
  options: SummarySortingOptions,
): SummaryTableState {
  const objective = useMemo(() => ({ metric, goal }), [metric, goal])
  const columns = useMemo(() => summaryColumns(objective), [objective])
  const [sorting, setSorting] = useSummarySorting(options, columns, goal)
  const rows = useMemo(() => uniqueRows(runs, objective), [runs, objective])
  const { id, desc } = sorting
  const data = useMemo(() => {
    const column = columns.find((candidate) => candidate.id === id)
    return column === undefined ? rows : sortSummary(rows, column, desc)
  }, [rows, columns, id, desc])
  const table = useTable({
    features,
    columns: useMemo(() => helper.columns(columns.map(defineColumn)), [columns]),
    data,
    state: useMemo(() => ({ sorting: [{ id, desc }] }), [id, desc]),
    getRowId: summaryRowKey,
    // Rows come in sorted: a missing value is last in both directions.
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    onSortingChange: (change) => {
      const [next] = typeof change === 'function' ? change([{ id, desc }]) : change
      if (next !== undefined) setSorting(next)
    },
  })
  const headings = columns.map((column) => {
    const sortable = table.getColumn(column.id)
    return {
      column,
      sorted: sortable?.getIsSorted() ?? false,
      sort: () => sortable?.toggleSorting(),
    }
  })
  return { objective, columns, headings, rows: table.getRowModel().rows.map((row) => row.original) }
}

/** A run that is given twice has one row. */
function uniqueRows(runs: readonly Run[], objective: Objective): readonly SummaryRow[] {
  const rows = runs.map((run) => summaryRow(run, objective))
  return [...new Map(rows.map((row) => [summaryRowKey(row), row])).values()]
}

function defineColumn(
  column: SummaryColumn,
): AccessorFnColumnDef<typeof features, SummaryRow, number | string | null> {
  return helper.accessor(column.value, { id: column.id, sortDescFirst: column.goal === 'max' })
}
