import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { RunoffError } from '@runoff/core'
import { isBusy, isDatabaseError, unusable } from './databaseError.ts'
import { inSnapshot } from './transaction.ts'
import { writeQueue } from './writeQueue.ts'

/** How one database file is read and written by one program. */
export interface DatabaseAccess {
  /** Runs `work`, which only reads, on what there is at one moment. */
  read<T>(work: () => T): Promise<T>
  /** Runs `work` as one transaction, after all that was asked before. */
  write<T>(work: () => T): Promise<T>
  /** Closes the database after what was asked before; closing it again does nothing. */
  close(): Promise<void>
}

/** How long SQLite itself waits for another program: for so long this one stands still. */
const standstillMs = 100

/**
 * Returns the access to a database.
 *
 * Where another program is writing, what is asked waits for it, up to `patienceMs`, while this
 * program goes on. Errors of SQLite reject as `RunoffError`, `source-failed`.
 */
export function databaseAccess(
  database: DatabaseSync,
  path: string,
  patienceMs: number,
): DatabaseAccess {
  database.exec(`PRAGMA busy_timeout = ${Math.min(standstillMs, patienceMs)}`)

  const attempt = async <T>(work: () => T): Promise<T> => {
    const endMs = performance.now() + patienceMs
    for (;;) {
      if (!database.isOpen) throw closed(path)
      try {
        return work()
      } catch (error) {
        if (!isBusy(error) || performance.now() >= endMs) throw error
      }
      await pause(10)
    }
  }
  const inWords = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer
    } catch (error) {
      throw isDatabaseError(error) ? unusable(path, error) : error
    }
  }
  const queue = writeQueue(database, attempt)

  return {
    read: (work) => inWords(attempt(() => inSnapshot(database, work))),
    write: (work) => inWords(queue.add(work)),
    async close() {
      await queue.idle()
      if (database.isOpen) database.close()
    },
  }
}

function closed(path: string): RunoffError {
  return new RunoffError(
    'source-failed',
    `The database ${path} has been closed. Open it again to go on.`,
  )
}
