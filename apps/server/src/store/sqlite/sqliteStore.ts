import type { DatabaseSync } from 'node:sqlite'
import type { MetricStore } from '../metricStore.ts'
import { appendPoints } from './appendPoints.ts'
import { databaseAccess } from './databaseAccess.ts'
import { unusable } from './databaseError.ts'
import { openDatabase } from './openDatabase.ts'
import { readSeries } from './readSeries.ts'
import { replaceSeries } from './replaceSeries.ts'
import { tablesOf, type Tables } from './tables.ts'
import { appendLog } from './writeLog.ts'
import { createRun, saveRun, setArchived, updateRun } from './writeRun.ts'

const defaultPatienceMs = 30_000

export interface SqliteStoreOptions {
  /** How many of the latest changes are known. @default 100_000 */
  readonly keptChanges?: number
  /** How long to wait for another program that is writing to the file. @default 30_000 */
  readonly patienceMs?: number
}

/**
 * Opens the store that is one SQLite file, made if it is not there. `:memory:` keeps it in memory.
 *
 * Several programs may have the same file open.
 *
 * @throws {RunoffError} `source-failed` when the file cannot be used.
 */
export function openSqliteStore(path: string, options: SqliteStoreOptions = {}): MetricStore {
  const { patienceMs = defaultPatienceMs } = options
  return storeOf(openDatabase(path, patienceMs), path, options)
}

/** Returns the store that is a database which `openDatabase` opened, and which it closes. */
export function storeOf(
  database: DatabaseSync,
  path: string,
  { keptChanges = 100_000, patienceMs = defaultPatienceMs }: SqliteStoreOptions = {},
): MetricStore {
  const tables = openTables(database, path, keptChanges)
  const access = databaseAccess(database, path, patienceMs)
  return {
    createExperiment: (name) => access.write(() => tables.experiments.create(name)),
    getExperiment: (id) => access.read(() => tables.experiments.get(id)),
    listExperiments: () => access.read(() => tables.experiments.list()),
    saveRun: (record) => access.write(() => saveRun(tables, record)),
    createRun: (experimentId, run) => access.write(() => createRun(tables, experimentId, run)),
    updateRun: (runId, change) => access.write(() => updateRun(tables, runId, change)),
    listRuns: (query) => access.read(() => tables.list.page(query)),
    countRuns: (query, by) => access.read(() => tables.list.count(query, by)),
    getRun: (experimentId, runId) => access.read(() => tables.runs.get(experimentId, runId)),
    setArchived: (runId, archived) => access.write(() => setArchived(tables, runId, archived)),
    appendPoints: (runId, series, segment = 0) =>
      access.write(() => appendPoints(tables, runId, series, segment)),
    replaceSeries: (runId, series, notices = new Map()) =>
      access.write(() => replaceSeries(tables, runId, series, notices)),
    readSeries: (runId, query = {}) => access.read(() => readSeries(tables, runId, query)),
    appendLog: (runId, chunk) => access.write(() => appendLog(tables, runId, chunk)),
    readLog: (runId, range = {}) =>
      access.read(() => tables.logs.read(tables.runs.require(runId).number, range)),
    readChanges: (after, limit = 1000) => access.read(() => tables.changes.read(after, limit)),
    close: () => access.close(),
  }
}

/** A damaged file may show only here that a table is not what it was. */
function openTables(database: DatabaseSync, path: string, keptChanges: number): Tables {
  try {
    return tablesOf(database, keptChanges)
  } catch (cause) {
    database.close()
    throw unusable(path, cause)
  }
}
