import type { DatabaseSync } from 'node:sqlite'
import { experimentTable, type ExperimentTable } from './experimentTable.ts'
import { metricNames, type MetricNames } from './metricNames.ts'
import { pointTable, type PointTable } from './pointTable.ts'
import { runTable, type RunTable } from './runTable.ts'
import { seriesTable, type SeriesTable } from './seriesTable.ts'
import { summaryTable, type SummaryTable } from './summaryTable.ts'

/** The tables of one database file. */
export interface Tables {
  readonly experiments: ExperimentTable
  readonly runs: RunTable
  readonly summaries: SummaryTable
  readonly series: SeriesTable
  readonly points: PointTable
  readonly names: MetricNames
}

export function tablesOf(database: DatabaseSync): Tables {
  const summaries = summaryTable(database)
  return {
    experiments: experimentTable(database),
    runs: runTable(database, summaries),
    summaries,
    series: seriesTable(database),
    points: pointTable(database),
    names: metricNames(database),
  }
}
