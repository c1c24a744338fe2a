import type { ClickHouseClient } from '@clickhouse/client'
import { RunoffError } from '@runoff/core'
import type { MetricStore } from '../metricStore.ts'
import { appendPoints } from './appendPoints.ts'
import { changeTable } from './changeTable.ts'
import { discarding } from './discarding.ts'
import { engineOf, type Engine } from './engine.ts'
import { createExperiment, getExperiment, listExperiments } from './experimentTable.ts'
import { appendLog, readLog } from './logTable.ts'
import { localTable, openTables } from './openTables.ts'
import { readSeries } from './readSeries.ts'
import { replaceSeries } from './replaceSeries.ts'
import { countRuns, listRuns } from './runList.ts'
import { findRun } from './runTable.ts'
import { sessionOf } from './session.ts'
import { createRun, readRun, saveRun, setArchived, updateRun, type Writing } from './writeRun.ts'

/** A cluster as its servers know it. */
export interface ClickHouseCluster {
  /** Its name in `remote_servers`. */
  readonly name: string
  /** The addresses of all its servers, that of `url` among them. */
  readonly urls: readonly string[]
}

export interface ClickHouseStoreOptions {
  /** The address of the server, such as `http://127.0.0.1:8123`. */
  readonly url: string
  /** Made if it is not there: letters, digits and underlines. @default 'runoff' */
  readonly database?: string | undefined
  /** @default 'default' */
  readonly user?: string | undefined
  /** @default '' */
  readonly password?: string | undefined
  /** Where points are spread over several servers. */
  readonly cluster?: ClickHouseCluster
  /** Speaks to the server in place of a client made here, which it must have been told the database of. */
  readonly client?: ClickHouseClient
  /** How many of the latest changes are known. @default 100_000 */
  readonly keptChanges?: number
}

/**
 * Opens the store that is a ClickHouse server or a cluster of them; the tables are made if they are
 * not there. Several programs may have the same one open.
 *
 * ClickHouse has no transactions. What a write adds shows at once where it goes to one table; a
 * write that fails half-way may be there in part, and sending it again completes it.
 *
 * @throws {RunoffError} `source-failed` when the server cannot be used; `bad-option` when a name
 * cannot stand in its statements.
 */
export async function openClickHouseStore(options: ClickHouseStoreOptions): Promise<MetricStore> {
  const { database = 'runoff', cluster, keptChanges = 100_000 } = options
  requireName('database', database)
  if (cluster) requireName('cluster', cluster.name)
  const { engine, servers, close } = await openEngines(options, database)
  try {
    await Promise.all(servers.map((server) => openTables(server, database, cluster?.name ?? null)))
  } catch (error) {
    await close()
    throw error
  }

  const session = sessionOf(engine)
  const here = (table: string): string => (cluster ? localTable(table) : table)
  const { discard, finish } = discarding(servers, here)
  let dropped = 0
  const changes = changeTable(session, keptChanges, async (sequence) => {
    const partition = Math.floor(sequence / 102_400_000)
    for (; dropped < partition; dropped++) {
      const sql = `ALTER TABLE ${here('changes')} DROP PARTITION ${dropped}`
      await Promise.all(servers.map((server) => server.command(sql)))
    }
  })
  const writing: Writing = { session, changes, discard }

  return {
    createExperiment: (name) => createExperiment(session, name),
    getExperiment: (id) => getExperiment(session, id),
    listExperiments: () => listExperiments(session),
    saveRun: (record) => saveRun(writing, record),
    createRun: (experimentId, run) => createRun(writing, experimentId, run),
    updateRun: (runId, change) => updateRun(writing, runId, change),
    listRuns: (query) => listRuns(session, query),
    countRuns: (query, by) => countRuns(session, query, by),
    async getRun(experimentId, runId) {
      const entry = await findRun(session, runId)
      return entry?.experimentId === experimentId ? readRun(session, entry) : null
    },
    setArchived: (runId, archived) => setArchived(writing, runId, archived),
    appendPoints: (runId, series, segment = 0) =>
      appendPoints(session, changes, runId, series, segment),
    replaceSeries: (runId, series, notices = new Map()) =>
      replaceSeries(writing, runId, series, notices),
    readSeries: (runId, query = {}) => readSeries(session, runId, query),
    appendLog: (runId, chunk) => appendLog(session, changes, runId, chunk),
    readLog: (runId, range = {}) => readLog(session, runId, range),
    readChanges: (after, limit = 1000) => changes.read(after, limit),
    async close() {
      await finish()
      await close()
    },
  }
}

function requireName(what: string, name: string): void {
  if (/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(name)) return
  throw new RunoffError(
    'bad-option',
    `The ${what} of ClickHouse is named "${name}". ` +
      'Name it with letters, digits and underlines, up to 64 of them.',
  )
}

interface Engines {
  /** The server that is asked. */
  readonly engine: Engine
  /** All of them. */
  readonly servers: readonly Engine[]
  readonly close: () => Promise<void>
}

async function openEngines(options: ClickHouseStoreOptions, database: string): Promise<Engines> {
  const { url, user = 'default', password = '', cluster, client } = options
  // Loaded only here, so that nobody pays for it who keeps runs in a file.
  const { ClickHouseLogLevel, createClient } = await import('@clickhouse/client')
  const log = { level: ClickHouseLogLevel.OFF }
  const connect = (address: string, given: { readonly database?: string }): ClickHouseClient =>
    createClient({ url: address, username: user, password, log, ...given })
  const clients: ClickHouseClient[] = []
  const close = async (): Promise<void> => {
    await Promise.all(clients.splice(0).map((one) => one.close()))
  }

  const open = async (address: string): Promise<Engine> => {
    const setup = connect(address, {})
    clients.push(setup)
    const engine = engineOf(setup, address)
    await engine.command(`CREATE DATABASE IF NOT EXISTS ${database}`)
    const known = connect(address, { database })
    clients.push(known)
    return engineOf(known, address, await insertSettings(engine, cluster !== undefined))
  }

  try {
    if (client) {
      const plain = engineOf(client, url)
      const engine = engineOf(client, url, await insertSettings(plain, false))
      return { engine, servers: [engine], close }
    }
    const engine = await open(url)
    const others = (cluster?.urls ?? []).filter((address) => address !== url)
    return { engine, servers: [engine, ...(await Promise.all(others.map(open)))], close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What makes a server answer only when the rows are where they belong, as far as it can. */
async function insertSettings(
  engine: Engine,
  isCluster: boolean,
): Promise<Readonly<Record<string, string>>> {
  const wanted = new Map([['async_insert', '0'], ...(isCluster ? distributed : [])])
  const known = await engine.read(
    ['text'],
    `SELECT name FROM system.settings WHERE name IN (${Array.from(wanted.keys(), (name) => `'${name}'`).join(', ')})`,
  )
  return Object.fromEntries(known.map(([name]) => [name, wanted.get(name) ?? '']))
}

const distributed = [['insert_distributed_sync', '1']] as const
