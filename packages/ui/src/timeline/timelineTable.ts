import type { ParamTable } from '../params/ParamDataTable.tsx'
import { stepAt, type TimelineLane, type TimelineModel, type TimelineRow } from './timelineModel.ts'
import { metricAlone, type TimelineWords } from './timelineWords.ts'

/**
 * Returns every evaluation as a table: run, epoch and step, metric and value, and whether it is
 * the best of its run. Columns that would say the same in each row are not there.
 */
export function timelineTable(model: TimelineModel, words: TimelineWords): ParamTable {
  const { columns } = words.messages
  const { axis, metrics } = model
  const hasMetric = metrics.length > 1
  const value = metricAlone(metrics[0] ?? '', words)
  return {
    columns: [
      columns.run,
      ...(hasMetric ? [columns.metric] : []),
      columns[axis],
      ...(axis === 'epoch' ? [columns.step] : []),
      hasMetric ? columns.value : value,
      columns.best,
    ],
    rows: () =>
      model.lanes.flatMap((lane) =>
        lane.rows.flatMap((row) => rowsOf({ lane, row, hasMetric, axis }, words)),
      ),
  }
}

interface TableRow {
  readonly lane: TimelineLane
  readonly row: TimelineRow
  readonly hasMetric: boolean
  readonly axis: TimelineModel['axis']
}

function rowsOf(
  { lane, row, hasMetric, axis }: TableRow,
  words: TimelineWords,
): readonly (readonly string[])[] {
  const { formatters, messages, nameOf } = words
  if (row.placed === null) return []
  const { steps, values } = row.placed.columns
  const hasSteps = (row.series?.stepUnit ?? 'step') === 'step'
  const name = nameOf(lane.run)
  const metric = metricAlone(row.metric, words)
  return Array.from(values, (value, at) => {
    const x = steps[at] ?? NaN
    return [
      name,
      ...(hasMetric ? [metric] : []),
      axis === 'epoch' ? formatters.full(Math.round(x * 1e4) / 1e4) : formatters.count(x),
      ...(axis === 'epoch' ? [hasSteps ? formatters.count(stepAt(row, at)) : ''] : []),
      formatters.full(value),
      at === row.best ? messages.yes : '',
    ]
  })
}
