import type { DatabaseSync } from 'node:sqlite'
import { changeTable, type ChangeTable } from './changeTable.ts'
import { experimentTable, type ExperimentTable } from './experimentTable.ts'
import { logTable, type LogTable } from './logTable.ts'
import { metricNames, type MetricNames } from './metricNames.ts'
import { pointTable, type PointTable } from './pointTable.ts'
import { runList, type RunList } from './runList.ts'
import { runTable, type RunTable } from './runTable.ts'
import { seriesTable, type SeriesTable } from './seriesTable.ts'
import { summaryTable, type SummaryTable } from './summaryTable.ts'

/** The tables of one database file. */
export interface Tables {
  readonly experiments: ExperimentTable
  readonly runs: RunTable
  readonly list: RunList
  readonly summaries: SummaryTable
  readonly series: SeriesTable
  readonly points: PointTable
  readonly names: MetricNames
  readonly logs: LogTable
  readonly changes: ChangeTable
}

export function tablesOf(database: DatabaseSync, keptChanges: number): Tables {
  const summaries = summaryTable(database)
  const names = metricNames(database)
  const runs = runTable(database, summaries)
  return {
    experiments: experimentTable(database),
    runs,
    list: runList(database, runs, names),
    summaries,
    series: seriesTable(database),
    points: pointTable(database),
    names,
    logs: logTable(database),
    changes: changeTable(database, names, keptChanges),
  }
}
