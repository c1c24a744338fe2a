import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { nameKey } from '../runOrder.ts'
import { integerOf } from './columns.ts'
import { unusable } from './databaseError.ts'
import { migrations } from './migrations.ts'
import { inTransaction } from './transaction.ts'

/** For so long a program that opens a file stands still where another one has it for itself. */
const longestStandstillMs = 5000

/**
 * Opens a database file, made if it is not there, and brings its tables up to date.
 *
 * `synchronous=FULL` because a write that was acknowledged must survive a power cut; WAL so that a
 * reader never waits for a writer.
 *
 * @throws {RunoffError} `source-failed` when the file cannot be used.
 */
export function openDatabase(path: string, patienceMs = longestStandstillMs): DatabaseSync {
  const opened: DatabaseSync[] = []
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    const database = new DatabaseSync(path, { timeout: Math.min(patienceMs, longestStandstillMs) })
    opened.push(database)
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
    migrate(database)
    return database
  } catch (cause) {
    opened.forEach((database) => database.close())
    throw unusable(path, cause)
  }
}

function migrate(database: DatabaseSync): void {
  database.function('plain_name_key', { deterministic: true }, (name) => nameKey(String(name)))
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
