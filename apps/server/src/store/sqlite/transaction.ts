import type { DatabaseSync } from 'node:sqlite'

/** Runs `work` as one transaction: all of it is kept, or, where it throws, nothing. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  return between(database, 'BEGIN IMMEDIATE', work)
}

/** Runs `work`, which only reads, on what there is at one moment, whoever writes meanwhile. */
export function inSnapshot<T>(database: DatabaseSync, work: () => T): T {
  return between(database, 'BEGIN', work)
}

function between<T>(database: DatabaseSync, begin: string, work: () => T): T {
  database.exec(begin)
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk and a failed write have ended it already.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
