import type { RunPage } from '@runoff/sources'
import type { InfiniteData } from '@tanstack/react-query'
import type { Run } from '@runoff/core'

export type RunPages = InfiniteData<RunPage, string | null>

/**
 * Returns the new pages with every run, page and list that says the same as before taken from the
 * pages held, so that a poll that brings nothing new changes no identity.
 */
export function shareRuns(held: RunPages | undefined, next: RunPages): RunPages {
  if (held === undefined) return next
  const runs = new Map(held.pages.flatMap((page) => page.runs.map((run) => [run.id, run])))
  const pages = next.pages.map((page, i) => sharePage(held.pages[i], shareRunsOf(page, runs)))
  const isSame =
    pages.length === held.pages.length &&
    pages.every((page, i) => page === held.pages[i]) &&
    isEqual(held.pageParams, next.pageParams)
  return isSame ? held : { ...next, pages }
}

function shareRunsOf(page: RunPage, held: ReadonlyMap<string, Run>): RunPage {
  const shared = page.runs.map((run) => {
    const before = held.get(run.id)
    return before !== undefined && isEqual(before, run) ? before : run
  })
  return { ...page, runs: shared }
}

function sharePage(held: RunPage | undefined, page: RunPage): RunPage {
  return held !== undefined && isEqual(held, page) ? held : page
}

/** Whether two values of plain data say the same: maps in their order, `NaN` like `NaN`. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Map || b instanceof Map) {
    return a instanceof Map && b instanceof Map && areMapsEqual(a, b)
  }
  if (Array.isArray(a) !== Array.isArray(b)) return false
  return areRecordsEqual(a as Plain, b as Plain)
}

type Plain = Readonly<Record<string, unknown>>

/** Side by side, without a list of either: a poll brings thousands of maps. */
function areMapsEqual(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  if (a.size !== b.size) return false
  const others = b.entries()
  for (const [key, value] of a) {
    const other = others.next()
    if (other.done === true || !Object.is(key, other.value[0])) return false
    if (!isEqual(value, other.value[1])) return false
  }
  return true
}

function areRecordsEqual(a: Plain, b: Plain): boolean {
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
  )
}
