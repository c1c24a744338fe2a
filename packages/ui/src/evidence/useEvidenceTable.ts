import {
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import { sortEvidence, type EvidenceColumn, type EvidenceSort } from './evidenceColumns.ts'

const features = /* @__PURE__ */ tableFeatures({ rowSortingFeature })

/** The head of a column; `sort` is `null` where it cannot be sorted by. */
export interface EvidenceHeading<Row> {
  readonly column: EvidenceColumn<Row>
  readonly sorted: false | 'asc' | 'desc'
  readonly sort: (() => void) | null
}

export interface EvidenceTableState<Row> {
  readonly headings: readonly EvidenceHeading<Row>[]
  /** All of them, in the order of the sorting. */
  readonly rows: readonly Row[]
}

export interface EvidenceTableOptions<Row> {
  readonly rowKey: (row: Row) => string
  /** `null` leaves the rows in the order given until someone sorts. */
  readonly firstSort: EvidenceSort | null
  readonly onSort: () => void
}

/** Returns the sorted rows and the columns with what sorts them. */
export function useEvidenceTable<Row extends object>(
  rows: readonly Row[],
  columns: readonly EvidenceColumn<Row>[],
  { rowKey, firstSort, onSort }: EvidenceTableOptions<Row>,
): EvidenceTableState<Row> {
  const [sort, setSort] = useState<EvidenceSort | null>(firstSort)
  const sorting = useMemo(() => (sort === null ? [] : [sort]), [sort])
  const data = useMemo(
    () => (sort === null ? rows : sortEvidence(rows, columns, sort)),
    [rows, columns, sort],
  )
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>()
    return helper.columns(
      columns.map(({ id, sortValue, isDescendingFirst = false }) =>
        helper.accessor((row) => sortValue?.(row) ?? null, {
          id,
          sortDescFirst: isDescendingFirst,
          enableSorting: sortValue !== undefined,
        }),
      ),
    )
  }, [columns])
  const table = useTable({
    features,
    columns: definitions,
    data,
    state: useMemo(() => ({ sorting }), [sorting]),
    getRowId: rowKey,
    // Rows come in sorted: a missing value is last in both directions.
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    onSortingChange: (change) => {
      const [next] = typeof change === 'function' ? change([...sorting]) : change
      if (next === undefined) return
      setSort({ id: next.id, desc: next.desc })
      onSort()
    },
  })
  const headings = columns.map((column) => {
    const sortable = column.sortValue === undefined ? undefined : table.getColumn(column.id)
    return {
      column,
      sorted: sortable?.getIsSorted() ?? (false as const),
      sort: sortable === undefined ? null : () => sortable.toggleSorting(),
    }
  })
  return { headings, rows: table.getRowModel().rows.map((row) => row.original) }
}
