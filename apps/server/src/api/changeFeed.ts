import type { MetricStore, StoreChanges } from '../store/metricStore.ts'

/** Tells what happens in the store to whoever asks, with one reader for all of them. */
export interface ChangeFeed {
  /** The last change there is. */
  latest(): Promise<number>
  /**
   * Returns changes after one, as soon as there are any; an empty list with a gap where what
   * happened is no longer known.
   *
   * @throws the signal's reason when it aborts, and what the store throws.
   */
  next(after: number, signal: AbortSignal): Promise<StoreChanges>
}

interface Waiter {
  readonly after: number
  readonly resolve: (changes: StoreChanges) => void
  readonly reject: (reason: unknown) => void
}

/** Another process may write to the same store, so it is asked as often as this. */
const pollMs = 250
const mostChanges = 1000

/** Returns the feed of a store, which is only read while somebody waits. */
export function createChangeFeed(store: MetricStore): ChangeFeed {
  const waiters = new Set<Waiter>()
  // Up to where those who wait have been told; `null` while nobody waits.
  let position: number | null = null

  const poll = async (): Promise<void> => {
    if (waiters.size === 0 || position === null) {
      position = null
      return
    }
    try {
      const changes = await store.readChanges(position, mostChanges)
      position = lastOf(changes, position)
      for (const waiter of waiters) tell(waiter, changes)
    } catch (error) {
      position = null
      for (const waiter of waiters) waiter.reject(error)
      return
    }
    setTimeout(poll, pollMs)
  }
  const tell = (waiter: Waiter, { changes, latest, hasGap }: StoreChanges): void => {
    const fresh = changes.filter(({ sequence }) => sequence > waiter.after)
    if (fresh.length > 0 || hasGap) waiter.resolve({ changes: fresh, latest, hasGap })
  }
  const wait = (after: number, signal: AbortSignal): Promise<StoreChanges> =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        waiters.delete(waiter)
        signal.removeEventListener('abort', onAbort)
      }
      const onAbort = (): void => waiter.reject(signal.reason)
      const waiter: Waiter = {
        after,
        resolve: (changes) => {
          stop()
          resolve(changes)
        },
        reject: (reason) => {
          stop()
          reject(reason instanceof Error ? reason : new Error(String(reason)))
        },
      }
      waiters.add(waiter)
      signal.addEventListener('abort', onAbort, { once: true })
      if (position !== null) return
      position = after
      setTimeout(poll, pollMs)
    })

  return {
    latest: async () => (await store.readChanges(0, 1)).latest,
    async next(after, signal) {
      signal.throwIfAborted()
      // Whoever is where the reader is has nothing to catch up with.
      if (position === after) return wait(after, signal)
      const changes = await store.readChanges(after, mostChanges)
      signal.throwIfAborted()
      if (changes.changes.length > 0 || changes.hasGap) return changes
      if (changes.latest < after) return { ...changes, hasGap: true }
      return wait(after, signal)
    },
  }
}

function lastOf({ changes, latest, hasGap }: StoreChanges, before: number): number {
  return hasGap ? latest : (changes.at(-1)?.sequence ?? before)
}
