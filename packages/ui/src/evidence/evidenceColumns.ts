import type { ReactNode } from 'react'

/** What a cell shows, and its full value in words. */
export interface EvidenceCell {
  readonly content: ReactNode
  /** `null` where there is no value. */
  readonly full: string | null
}

/** A column of a table; the first one names the row. */
export interface EvidenceColumn<Row> {
  readonly id: string
  readonly label: string
  /** What the column holds, shown beside its name on hover. */
  readonly about?: string
  readonly kind: 'text' | 'number'
  readonly cell: (row: Row) => EvidenceCell
  /** What rows are sorted by; without it the column cannot be sorted by. */
  readonly sortValue?: (row: Row) => number | string | null
  /** Whether the first click puts the highest first. */
  readonly isDescendingFirst?: boolean
}

export interface EvidenceSort {
  readonly id: string
  readonly desc: boolean
}

/** A table of more rows than this is shown in pages of as many. */
export const rowsPerPage = 200

/**
 * Returns the rows in the order of a column; equal rows keep the order in which they were given.
 *
 * Missing: `null` and `NaN` come last whichever way the column is sorted. A column that is not
 * there, or has no value to sort by, leaves the rows as they are.
 */
export function sortEvidence<Row>(
  rows: readonly Row[],
  columns: readonly EvidenceColumn<Row>[],
  { id, desc }: EvidenceSort,
): readonly Row[] {
  const sortValue = columns.find((column) => column.id === id)?.sortValue
  if (sortValue === undefined) return rows
  const sign = desc ? -1 : 1
  return rows
    .map((row) => ({ row, value: sortValue(row) }))
    .toSorted((a, b) => rank(a.value) - rank(b.value) || sign * compare(a.value, b.value))
    .map(({ row }) => row)
}

/** Returns the rows of one page, from 0 on; a page beyond the last is the last. */
export function pageOf<Row>(
  rows: readonly Row[],
  page: number,
): {
  readonly rows: readonly Row[]
  readonly page: number
  readonly pages: number
  /** The place of the first of these rows. */
  readonly first: number
} {
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage))
  const shown = Math.max(0, Math.min(pages - 1, page))
  const first = shown * rowsPerPage
  return { rows: rows.slice(first, first + rowsPerPage), page: shown, pages, first }
}

function rank(value: number | string | null): number {
  return value === null || Number.isNaN(value) ? 1 : 0
}

/** Not `a - b`, which is `NaN` for two equal infinities. */
function compare(a: number | string | null, b: number | string | null): number {
  if (a === null || b === null || a === b || typeof a !== typeof b) return 0
  return a < b ? -1 : 1
}
