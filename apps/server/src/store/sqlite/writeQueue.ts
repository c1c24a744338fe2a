import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isDatabaseError } from './databaseError.ts'
import { inTransaction } from './transaction.ts'

/** Writes that wait are put on the disk together, unless that takes longer. */
const togetherMs = 20

/** Does one write and returns what tells its caller, once it is on the disk. */
type Write = () => () => void

interface Waiting {
  readonly write: Write
  readonly reject: (error: unknown) => void
}

export interface WriteQueue {
  /** Does `work` after all that was asked before, and resolves once it is on the disk. */
  add<T>(work: () => T): Promise<T>
  /** Resolves when nothing waits. */
  idle(): Promise<void>
}

/**
 * Returns the queue that all writes of one program go through. Those that are asked for at once
 * share one way to the disk, which is what takes longest of a small one; each of them is kept or
 * refused for itself.
 *
 * @param attempt runs a transaction, again where another program is in the way
 */
export function writeQueue(
  database: DatabaseSync,
  attempt: <T>(work: () => T) => Promise<T>,
): WriteQueue {
  const waiting: Waiting[] = []
  let working: Promise<void> | null = null

  const workOff = async (): Promise<void> => {
    let most = Infinity
    while (waiting.length > 0) {
      // Until then what comes in at the same time is there, too.
      await nextTurn()
      try {
        const settles = await attempt(() =>
          inTransaction(database, () => writeSome(database, waiting.slice(0, most))),
        )
        waiting.splice(0, settles.length)
        settles.forEach((settle) => settle())
        most = Infinity
      } catch (error) {
        // Which of them it was, only doing them one by one can tell.
        if (most === 1) waiting.shift()?.reject(error)
        most = 1
      }
    }
    working = null
  }

  return {
    add: (work) =>
      new Promise((resolve, reject) => {
        const write: Write = () => {
          const value = work()
          return () => resolve(value)
        }
        waiting.push({ write, reject })
        working ??= workOff()
      }),
    idle: async () => void (await working),
  }
}

/** Returns what tells the callers of the first of these writes. */
function writeSome(database: DatabaseSync, waiting: readonly Waiting[]): readonly (() => void)[] {
  const settles: (() => void)[] = []
  const endMs = performance.now() + togetherMs
  for (const one of waiting) {
    settles.push(writeOne(database, one))
    if (performance.now() >= endMs) break
  }
  return settles
}

/** A write that is refused takes nothing but itself back. */
function writeOne(database: DatabaseSync, { write, reject }: Waiting): () => void {
  database.exec('SAVEPOINT one_write')
  try {
    const settle = write()
    database.exec('RELEASE one_write')
    return settle
  } catch (error) {
    if (isDatabaseError(error)) throw error
    database.exec('ROLLBACK TO one_write; RELEASE one_write')
    return () => reject(error)
  }
}
