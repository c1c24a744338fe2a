import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { RunSource } from '@runoff/sources'
import { closeLostRuns } from '../capture/lostRuns.ts'
import { databasePathOf } from '../serverOptions.ts'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'
import type { CommandContext } from './context.ts'
import { misuse } from './exitCodes.ts'
import { openAsOne } from './openTargets.ts'
import { storeSource } from './storeSource.ts'

export interface SourceArguments {
  readonly paths: readonly string[]
  readonly db: string | undefined
}

export interface OpenSource {
  readonly source: RunSource
  readonly close: () => Promise<void>
}

/**
 * Opens what was named; without anything named the database, if there is one.
 *
 * @throws {RunoffError} `bad-option` where there is nothing to read.
 */
export async function openSource(
  { paths, db }: SourceArguments,
  context: CommandContext,
): Promise<OpenSource> {
  if (paths.length > 0 && db !== undefined) throw misuse('Name either paths or --db, not both.')
  if (paths.length > 0) {
    const source = await openAsOne(paths, context, context.stopSignal())
    return { source, close: async () => undefined }
  }
  const path = resolve(context.folder, databasePathOf(db, context.environment))
  if (!existsSync(path)) {
    throw misuse(`There is no database ${path}: name the paths to read, or another file with --db.`)
  }
  const store = openSqliteStore(path)
  await closeLostRuns(store)
  return { source: storeSource(store), close: () => store.close() }
}
