import type { Goal } from '@runoff/core'
import { useState } from 'react'
import type { SummarySorting } from './sortSummary.ts'
import type { SummaryColumn } from './summaryColumns.ts'

export interface SummarySortingOptions {
  readonly sorting?: SummarySorting | undefined
  readonly defaultSorting?: SummarySorting | undefined
  readonly onSortingChange?: ((sorting: SummarySorting) => void) | undefined
}

/** The same in the words of TanStack Table. */
interface ColumnSort {
  readonly id: string
  readonly desc: boolean
}

/** Returns the sorting and its setter; until someone sorts, the best run comes first. */
export function useSummarySorting(
  options: SummarySortingOptions,
  columns: readonly SummaryColumn[],
  goal: Goal,
): readonly [ColumnSort, (sort: ColumnSort) => void] {
  const [own, setOwn] = useState<SummarySorting | null>(options.defaultSorting ?? null)
  const sorting = options.sorting ?? own ?? { column: 'best', isDescending: goal === 'max' }
  const setSorting = ({ id, desc }: ColumnSort): void => {
    const column = columns.find((candidate) => candidate.id === id)
    if (column === undefined) return
    const next: SummarySorting = { column: column.id, isDescending: desc }
    setOwn(next)
    options.onSortingChange?.(next)
  }
  return [{ id: sorting.column, desc: sorting.isDescending }, setSorting]
}
