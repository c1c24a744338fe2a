import type { MetricStore } from '../metricStore.ts'
import { openDatabase } from './openDatabase.ts'
import { readSeries } from './readSeries.ts'
import { tablesOf } from './tables.ts'
import { inTransaction } from './transaction.ts'
import { appendPoints, saveRun } from './writeRun.ts'

/**
 * Opens the store that is one SQLite file, made if it is not there. `:memory:` keeps it in memory.
 *
 * @throws {RunoffError} `source-failed` when the file cannot be used.
 */
export function openSqliteStore(path: string): MetricStore {
  const database = openDatabase(path)
  const tables = tablesOf(database)
  return {
    createExperiment: async (name) =>
      inTransaction(database, () => tables.experiments.create(name)),
    getExperiment: async (id) => tables.experiments.get(id),
    listExperiments: async () => tables.experiments.list(),
    saveRun: async (record) => inTransaction(database, () => saveRun(tables, record)),
    listRuns: async (query) => tables.runs.list(query),
    getRun: async (experimentId, runId) => tables.runs.get(experimentId, runId),
    setArchived: async (runId, archived) =>
      inTransaction(database, () => tables.runs.setArchived(runId, archived)),
    appendPoints: async (runId, series) =>
      inTransaction(database, () => appendPoints(tables, runId, series)),
    readSeries: async (runId, query = {}) => readSeries(tables, runId, query),
    close: async () => {
      if (database.isOpen) database.close()
    },
  }
}
