import { randomInt } from 'node:crypto'
import { nameBasedId } from '../nameBasedId.ts'
import type { Engine } from './engine.ts'

/** What the parts of one open store share. */
export interface Session {
  readonly engine: Engine
  /** Tells this store from others that write to the same database. */
  readonly writer: number
  /** Returns a whole number that is higher than every one before it, after `atLeast` as well. */
  tick(atLeast?: number): number
  /** Runs `work` after all that was asked before of the same run. */
  inTurn<T>(run: string, work: () => Promise<T>): Promise<T>
}

export function sessionOf(engine: Engine): Session {
  let now = 0
  const turns = new Map<string, Promise<unknown>>()
  return {
    engine,
    writer: randomInt(2 ** 32),
    tick(atLeast = 0) {
      now = Math.max(now + 1, atLeast + 1, Date.now() * 1000)
      return now
    },
    inTurn(run, work) {
      const done = (turns.get(run) ?? Promise.resolve()).then(work)
      const settled = done.catch(() => null)
      turns.set(run, settled)
      void settled.finally(() => {
        if (turns.get(run) === settled) turns.delete(run)
      })
      return done
    },
  }
}

/** Returns the key of a run in the tables. */
export function runKey(id: string): string {
  return nameBasedId('stored run', id)
}

/** Returns the key of a metric in the tables. */
export function metricKey(name: string): string {
  return nameBasedId('stored metric', name)
}
