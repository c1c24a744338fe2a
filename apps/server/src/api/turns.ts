import { setImmediate } from 'node:timers/promises'

/** Does a piece of work when those before it are done. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/**
 * Returns what does pieces of work one after the other, in the order in which they came. Reading
 * may not give way by itself: whoever else asks for something gets a turn between two of them.
 */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(() => setImmediate()).then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}
