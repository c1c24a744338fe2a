import { useEffect, useState, useSyncExternalStore } from 'react'

/**
 * How far beyond what is in sight charts are made ready, in heights of what scrolls. Where that is
 * the document both margins add up.
 */
const nearMargin = '100% 0px'

export interface InSight {
  /** The ids that are or were near what is in sight. */
  readonly seenIds: ReadonlySet<string>
  /** For the element of an id; the function of an id stays. */
  readonly refOf: (id: string) => (element: Element | null) => void
}

/**
 * Returns which elements came near what is in sight, once and for all. Where nobody can tell, as on
 * a server, it is all of `ids`.
 */
export function useInSight(ids: readonly string[]): InSight {
  const [isLazy] = useState(useIsWatchable())
  const [seen, setSeen] = useState<ReadonlySet<string>>(noIds)
  const [watch] = useState(() =>
    createWatch((found) => setSeen((before) => new Set([...before, ...found]))),
  )
  useEffect(() => (isLazy ? watch.start() : undefined), [isLazy, watch])
  return { seenIds: isLazy ? seen : new Set(ids), refOf: watch.refOf }
}

const noIds: ReadonlySet<string> = new Set()
const neverChanges = (): (() => void) => () => undefined

/** What a server has rendered is there already, and is not taken away again. */
function useIsWatchable(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => typeof IntersectionObserver === 'function',
    () => false,
  )
}

interface Watch {
  readonly refOf: (id: string) => (element: Element | null) => void
  readonly start: () => () => void
}

/** Elements come before the effect that starts the observer, and go after it has ended. */
function createWatch(onSeen: (ids: readonly string[]) => void): Watch {
  const elements = new Map<string, Element>()
  const refs = new Map<string, (element: Element | null) => void>()
  let observer: IntersectionObserver | null = null

  const makeRef = (id: string): ((element: Element | null) => void) => {
    const ref = (element: Element | null): void => {
      const before = elements.get(id)
      if (before !== undefined) observer?.unobserve(before)
      if (element === null) elements.delete(id)
      else {
        elements.set(id, element)
        observer?.observe(element)
      }
    }
    refs.set(id, ref)
    return ref
  }

  const report = (entries: readonly IntersectionObserverEntry[]): void => {
    const near = new Set(
      entries.filter((entry) => entry.isIntersecting).map(({ target }) => target),
    )
    const found = [...elements].filter(([, element]) => near.has(element))
    for (const [, element] of found) observer?.unobserve(element)
    if (found.length > 0) onSeen(found.map(([id]) => id))
  }

  return {
    refOf: (id) => refs.get(id) ?? makeRef(id),
    start() {
      // The document as root: a margin about the window does not reach into a frame. And a margin
      // about what scrolls, such as a dialog: else Tab would pass the charts below before they are.
      observer = new IntersectionObserver(report, {
        root: document,
        rootMargin: nearMargin,
        scrollMargin: nearMargin,
      })
      for (const element of elements.values()) observer.observe(element)
      return () => {
        observer?.disconnect()
        observer = null
      }
    },
  }
}
