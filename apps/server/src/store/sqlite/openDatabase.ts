import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { RunoffError } from '@runoff/core'
import { integerOf } from './columns.ts'
import { migrations } from './migrations.ts'
import { inTransaction } from './transaction.ts'

/**
 * Opens a database file, made if it is not there, and brings its tables up to date.
 *
 * `synchronous=FULL` because a write that was acknowledged must survive a power cut; WAL so that a
 * reader never waits for a writer.
 *
 * @throws {RunoffError} `source-failed` when the file cannot be used.
 */
export function openDatabase(path: string): DatabaseSync {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    const database = new DatabaseSync(path, { timeout: 5000 })
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
    migrate(database)
    return database
  } catch (cause) {
    throw unusable(path, cause)
  }
}

/** Whether an error came from SQLite itself: a file that is damaged, full or locked. */
export function isDatabaseError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR'
}

/** Returns the error that says what is wrong with a database file, and what to do. */
export function unusable(path: string, cause: unknown): RunoffError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new RunoffError(
    'source-failed',
    `The database ${path} cannot be used: ${reason}. ` +
      'Move it away, or name another file in RUNOFF_DB.',
    { cause },
  )
}

function migrate(database: DatabaseSync): void {
  inTransaction(database, () => {
    database.exec('CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY) STRICT')
    const row = database
      .prepare('SELECT coalesce(max(version), 0) AS version FROM migrations')
      .get()
    const version = integerOf(row?.['version'])
    if (version > migrations.length) {
      throw new Error('it was written by a newer Runoff than this one')
    }
    migrations.slice(version).forEach((statements, i) => {
      database.exec(statements)
      database.prepare('INSERT INTO migrations (version) VALUES (?)').run(version + i + 1)
    })
  })
}
