import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pageNotBuilt } from '../api/pageRoutes.ts'
import { closeLostRuns } from '../capture/lostRuns.ts'
import { importRecordedRuns } from '../import/importRecordedRuns.ts'
import { databasePathOf, readListenOptions, readToken } from '../serverOptions.ts'
import { startServer } from '../startServer.ts'
import type { MetricStore } from '../store/metricStore.ts'
import { isDatabaseError, unusable } from '../store/sqlite/databaseError.ts'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'
import { untilAborted, type CommandContext } from './context.ts'
import { exitCodes } from './exitCodes.ts'
import { readAddress } from './readAddress.ts'

export interface ServeArguments {
  readonly port?: string | undefined
  readonly host?: string | undefined
  readonly db?: string | undefined
  readonly clickhouse?: string | undefined
  readonly tokenFile?: string | undefined
  readonly allowHost: readonly string[]
  readonly open: boolean
  readonly log: boolean
}

/** `runoff serve`: the server alone, until it is stopped. */
export async function serve(args: ServeArguments, context: CommandContext): Promise<number> {
  const { terminal, environment, places, folder } = context
  const token = readToken(args.tokenFile, environment, folder)
  const listen = readListenOptions({ ...args, token }, environment)
  const signal = context.stopSignal()
  const database = resolve(folder, databasePathOf(args.db, environment))
  const store =
    args.clickhouse === undefined
      ? openSqliteStore(database)
      : await openClickHouse(args.clickhouse, environment)
  try {
    await closeLostRuns(store)
    if (places.recordedRuns !== null) await importRecordedRuns(store, places.recordedRuns)
    const server = await startServer({
      store,
      listen,
      pageFolder: places.page,
      terminal,
      isLogged: args.log,
    })
    try {
      await showPage(server.url, args.open, context)
      await untilAborted(signal)
    } finally {
      await server.close()
    }
  } catch (error) {
    throw isDatabaseError(error) ? unusable(database, error) : error
  } finally {
    await store.close()
  }
  return exitCodes.done
}

/** Prints where the page is, and opens it where a person would see it. */
export async function showPage(
  url: string,
  isWanted: boolean,
  { terminal, places, openPage }: CommandContext,
): Promise<void> {
  if (!existsSync(join(places.page, 'index.html'))) terminal.note(pageNotBuilt)
  terminal.print(`Runoff: ${url}`)
  if (isWanted) await openPage(url)
}

/** Loaded where it is wanted: nobody else pays for it. */
async function openClickHouse(
  url: string,
  environment: CommandContext['environment'],
): Promise<MetricStore> {
  readAddress(url, 'put them in RUNOFF_CLICKHOUSE_USER and RUNOFF_CLICKHOUSE_PASSWORD')
  const { openClickHouseStore } = await import('../store/clickhouse/clickHouseStore.ts')
  return openClickHouseStore({
    url,
    database: environment['RUNOFF_CLICKHOUSE_DATABASE'] || undefined,
    user: environment['RUNOFF_CLICKHOUSE_USER'] || undefined,
    password: environment['RUNOFF_CLICKHOUSE_PASSWORD'] || undefined,
  })
}
