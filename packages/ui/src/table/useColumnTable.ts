import { columnWidthBounds, type TableView } from '@runoff/core'
import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type AccessorFnColumnDef,
  type Updater,
} from '@tanstack/react-table'
import { useMemo, type CSSProperties } from 'react'
import { fitWidth } from './fitWidth.ts'
import type { ColumnValue, SummaryColumn } from './summaryColumns.ts'
import { lineValue, type SummaryLine } from './summaryLines.ts'
import type { SummaryModel } from './summaryModel.ts'

const features = /* @__PURE__ */ tableFeatures({
  rowSortingFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
})
const helper = /* @__PURE__ */ createColumnHelper<typeof features, SummaryLine>()

/** The head of a column: how it is sorted, how wide it is, and what changes that. */
export interface SummaryHeading {
  readonly column: SummaryColumn
  readonly sorted: false | 'asc' | 'desc'
  /** From 0, among the columns that the table is sorted by; -1 where it is none of them. */
  readonly place: number
  readonly sort: (isAdded: boolean) => void
  readonly widthPx: number
  /** Whether it stays in sight. */
  readonly isPinned: boolean
  /** Where a cell that stays in sight stays. */
  readonly style: CSSProperties | undefined
  readonly resize: (widthPx: number) => void
  /** Makes it as wide as its content again. */
  readonly resetSize: () => void
}

export interface ColumnTable {
  readonly headings: readonly SummaryHeading[]
  /** As CSS takes it: the name of the run is never wider than a part of the table. */
  readonly width: string
  /** How wide that is which stays in sight, as CSS takes it. */
  readonly pinnedWidth: string
  readonly widthOf: (heading: SummaryHeading) => string
}

export interface ColumnTableOptions {
  readonly view: TableView
  readonly onChange: (change: Partial<TableView>) => void
  /** The width of a digit, `null` where none is known yet. */
  readonly characterPx: number | null
}

/** TanStack keeps the columns; the rows are sorted before, and drawn from the model. */
const noLines: SummaryLine[] = []

/** Returns the heads of the shown columns with what sorts, sizes and pins them. */
export function useColumnTable(
  model: SummaryModel,
  { view, onChange, characterPx }: ColumnTableOptions,
): ColumnTable {
  const { columns, sorting } = model
  const definitions = useMemo(
    () => helper.columns(columns.map((column) => defineColumn(column, model, characterPx ?? 8))),
    [columns, model, characterPx],
  )
  const state = useMemo(
    () => ({
      sorting: sorting.map(({ column: id, isDescending: desc }) => ({ id, desc })),
      columnOrder: columns.map(({ id }) => id),
      columnPinning: { start: ['run', ...view.pinned.filter((id) => id !== 'run')], end: [] },
      columnSizing: Object.fromEntries(view.widths.map(({ column, widthPx }) => [column, widthPx])),
    }),
    [sorting, columns, view],
  )
  const table = useTable({
    features,
    columns: definitions,
    data: noLines,
    state,
    manualSorting: true,
    enableSortingRemoval: false,
    onSortingChange: (change) => {
      const next = applied(change, state.sorting)
      onChange({ sorting: next.map(({ id, desc }) => ({ column: id, isDescending: desc })) })
    },
    onColumnSizingChange: (change) => {
      const next = Object.entries(applied(change, state.columnSizing))
      onChange({ widths: next.map(([column, widthPx]) => ({ column, widthPx })) })
    },
  })
  const runPx = table.getColumn('run')?.getSize() ?? 0
  const headings = table.getAllLeafColumns().flatMap((leaf): readonly SummaryHeading[] => {
    const column = columns.find(({ id }) => id === leaf.id)
    if (column === undefined) return []
    const isPinned = leaf.getIsPinned() === 'start'
    return [
      {
        column,
        sorted: leaf.getIsSorted(),
        place: leaf.getSortIndex(),
        sort: (isAdded) => leaf.toggleSorting(undefined, isAdded),
        widthPx: leaf.getSize(),
        isPinned,
        style:
          isPinned && column.id !== 'run' && characterPx !== null
            ? { insetInlineStart: startOf(leaf.getStart('start'), runPx) }
            : undefined,
        resize: (widthPx) =>
          table.setColumnSizing((held) => ({ ...held, [leaf.id]: withinBounds(widthPx) })),
        resetSize: () => leaf.resetSize(),
      },
    ]
  })
  const pinnedPx = headings.reduce((px, { isPinned, widthPx }) => px + (isPinned ? widthPx : 0), 0)
  return {
    headings,
    pinnedWidth: startOf(pinnedPx, runPx),
    width: startOf(table.getTotalSize(), runPx),
    widthOf: ({ column, widthPx }) => (column.id === 'run' ? runColumn(widthPx) : `${widthPx}px`),
  }
}

/** In a narrow place the name leaves room for what is said of it. */
function runColumn(widthPx: number): string {
  return `min(${widthPx}px, 45cqi)`
}

/** Returns a distance from the start of the table; it begins with the column of the run. */
function startOf(distancePx: number, runPx: number): string {
  return `calc(${runColumn(runPx)} + ${distancePx - runPx}px)`
}

function withinBounds(widthPx: number): number {
  const { min, max } = columnWidthBounds
  return Math.round(Math.min(max, Math.max(min, widthPx)))
}

function applied<State>(change: Updater<State>, state: State): State {
  return typeof change === 'function' ? (change as (old: State) => State)(state) : change
}

function defineColumn(
  column: SummaryColumn,
  model: SummaryModel,
  characterPx: number,
): AccessorFnColumnDef<typeof features, SummaryLine, ColumnValue> {
  return helper.accessor((line) => lineValue(column, line), {
    id: column.id,
    sortDescFirst: column.goal === 'max',
    size: fitWidth(column, model, characterPx),
    minSize: columnWidthBounds.min,
    maxSize: columnWidthBounds.max,
  })
}
