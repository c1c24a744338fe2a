import type { MetricSeries, SeriesFeed } from '@runoff/core'
import { shareMap } from '../stable/shareMap.ts'

export type SeriesByRun = ReadonlyMap<string, MetricSeries>

/** A feed that has to be told when to look. */
export interface ToldFeed {
  readonly feed: SeriesFeed
  readonly isHeard: () => boolean
  /** Looks again, and calls the listeners if something has changed since they were last called. */
  readonly look: () => void
}

/**
 * Returns a feed of what `read` gives. `onListeners` is called when listeners come and go.
 *
 * The listeners' last map is remembered apart from the one that was last given out, so that asking
 * between two changes hides none from them.
 */
export function createToldFeed(read: () => SeriesByRun, onListeners: () => void): ToldFeed {
  const listeners = new Set<() => void>()
  let held: SeriesByRun = new Map()
  let told = held

  const get = (): SeriesByRun => {
    held = shareMap(held, read())
    return held
  }

  return {
    feed: {
      get,
      subscribe: (listener) => {
        // Its own, so that a listener that is given twice is also taken off twice.
        const own = (): void => listener()
        if (listeners.size === 0) told = get()
        listeners.add(own)
        onListeners()
        return () => {
          listeners.delete(own)
          onListeners()
        }
      },
    },
    isHeard: () => listeners.size > 0,
    look: () => {
      if (listeners.size === 0) return
      const now = get()
      if (now === told) return
      told = now
      for (const listener of Array.from(listeners)) {
        // One that was told before may have ended this one, and who comes now is not told of the past.
        if (listeners.has(listener)) callSafely(listener)
      }
    },
  }
}

/** Its error is the page's: thrown here, it would become one of the query that brought the points. */
function callSafely(listener: () => void): void {
  try {
    listener()
  } catch (error) {
    reportError(error)
  }
}
