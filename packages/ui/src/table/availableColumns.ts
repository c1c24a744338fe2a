import { compareText, goalOf, type Objective, type TableView } from '@runoff/core'
import { metricReducers, type MetricReducer } from './reduceMetric.ts'
import {
  columnOf,
  columnsAtFirst,
  metricColumnId,
  paramColumnId,
  summaryColumns,
  type SummaryColumn,
} from './summaryColumns.ts'
import type { SummaryRow } from './summaryRow.ts'

export type ColumnFamily = 'summary' | 'metrics' | 'parameters'

/** Returns the ids of every column that some rows can have, by family, each family in its order. */
export function availableColumns(
  rows: readonly SummaryRow[],
  objective: Objective,
): Readonly<Record<ColumnFamily, readonly string[]>> {
  const metrics = new Set(rows.flatMap(({ run }) => [...run.metrics.keys()]))
  const params = new Set(rows.flatMap(({ run }) => [...run.params.keys()]))
  return {
    summary: summaryColumns(objective).map(({ id }) => id),
    metrics: [...metrics]
      .toSorted(compareText)
      .flatMap((metric) =>
        reducersOf(metric, objective).map((reducer) => metricColumnId(reducer, metric)),
      ),
    parameters: [...params].toSorted(compareText).map(paramColumnId),
  }
}

/** A metric whose name does not tell which end is better has no best. */
function reducersOf(metric: string, objective: Objective): readonly MetricReducer[] {
  const hasBest = metric === objective.metric || goalOf(metric) !== null
  return metricReducers.filter((reducer) => hasBest || reducer !== 'best')
}

/** What the shown columns depend on. */
export type ColumnChoice = Pick<TableView, 'columns' | 'pinned'>

/**
 * Returns the shown columns from left to right: the name of the run, those that are pinned, and the
 * others. What is no column is passed over; a metric or a parameter that no run has is shown empty.
 */
export function shownColumns(
  { columns, pinned }: ColumnChoice,
  rows: readonly SummaryRow[],
  objective: Objective,
): readonly SummaryColumn[] {
  const chosen = (columns ?? columnsAtFirst(objective)).filter((id) => id !== 'run')
  const first = pinned.filter((id) => chosen.includes(id))
  const ids = new Set(['run', ...first, ...chosen])
  return [...ids].flatMap((id) => columnOf(id, objective, rows) ?? [])
}

/** Returns the choice with a column shown after the others, or hidden. */
export function toggleColumn(shown: readonly string[], id: string): readonly string[] {
  return shown.includes(id) ? shown.filter((each) => each !== id) : [...shown, id]
}

/** Returns the shown columns with one of them in another place; those at an end stay. */
export function moveColumn(shown: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const from = shown.indexOf(id)
  const other = shown[from + by]
  if (from < 0 || other === undefined) return shown
  return shown.map((each, place) => {
    if (place === from) return other
    return place === from + by ? id : each
  })
}
