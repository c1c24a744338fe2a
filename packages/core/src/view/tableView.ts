import {
  readFlag,
  readList,
  readObject,
  readTextOrNull,
  readTexts,
  readTextsOrNull,
} from './readPart.ts'

/** By which column the table is sorted; plain JSON. */
export interface TableSorting {
  /** The id of a column. */
  readonly column: string
  readonly isDescending: boolean
}

/** A column that someone made wider or narrower. */
export interface ColumnWidth {
  readonly column: string
  readonly widthPx: number
}

/**
 * What a person has set in the summary table; plain JSON, so that a link can carry it.
 *
 * A column is known by its id: a short name such as `best` or `trainLoss`, `param:<name>` for a
 * parameter, and `metric:<reducer>:<name>` for a metric, where the reducer is `best`, `last`, `min`,
 * `max`, or `atBest` for the value at the step at which the objective was best.
 */
export interface TableView {
  /** The first counts most; without any the best run comes first. */
  readonly sorting: readonly TableSorting[]
  /** The shown columns from left to right; `null` leaves the choice to the table. */
  readonly columns: readonly string[] | null
  /** The columns that stay in sight, beside the name of the run. */
  readonly pinned: readonly string[]
  readonly widths: readonly ColumnWidth[]
  /** The id of the run that deltas are taken from; `null` is the best run. */
  readonly baselineId: string | null
  /** Whether seeds of one configuration are one row, with their mean and spread. */
  readonly isGrouped: boolean
  /** Whether runs are columns, and what is known of them rows. */
  readonly isTransposed: boolean
}

/** The view that the table starts with. */
export const defaultTableView: TableView = {
  sorting: [],
  columns: null,
  pinned: [],
  widths: [],
  baselineId: null,
  isGrouped: false,
  isTransposed: false,
}

/** No column is narrower or wider than this, in CSS pixels. */
export const columnWidthBounds = { min: 48, max: 800 } as const

/** Returns the whole view of the table that a part of one stands for. */
export function completeTableView(given: unknown): TableView {
  const part = readObject(given)
  return {
    sorting: readList(part.get('sorting'), readSorting),
    columns: readTextsOrNull(part.get('columns')),
    pinned: readTexts(part.get('pinned')),
    widths: readList(part.get('widths'), readWidth),
    baselineId: readTextOrNull(part.get('baselineId')),
    isGrouped: readFlag(part.get('isGrouped'), false),
    isTransposed: readFlag(part.get('isTransposed'), false),
  }
}

function readSorting(given: unknown): TableSorting | null {
  const part = readObject(given)
  const column = readTextOrNull(part.get('column'))
  return column === null ? null : { column, isDescending: part.get('isDescending') === true }
}

function readWidth(given: unknown): ColumnWidth | null {
  const part = readObject(given)
  const column = readTextOrNull(part.get('column'))
  const width = part.get('widthPx')
  if (column === null || typeof width !== 'number' || !Number.isFinite(width)) return null
  const { min, max } = columnWidthBounds
  return { column, widthPx: Math.round(Math.min(max, Math.max(min, width))) }
}
