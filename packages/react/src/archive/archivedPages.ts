import type { Run } from '@runoff/core'
import type { RunPage, RunQuery } from '@runoff/sources'
import type { RunPages } from '../runs/shareRuns.ts'

/** Runs to archive, or to take back. */
export interface ArchiveChange {
  readonly runIds: readonly string[]
  readonly archived: boolean
}

/**
 * Returns the pages of a query as they are once the source has made the change: archived runs leave
 * a list that does not hold such. What comes back into one of those, only the source can say.
 */
export function archivedPages(pages: RunPages, query: RunQuery, change: ArchiveChange): RunPages {
  const ids = new Set(change.runIds)
  const isChanged = (run: Run): boolean => ids.has(run.id) && run.archived !== change.archived
  if (!pages.pages.some(({ runs }) => runs.some(isChanged))) return pages
  const keepsArchived = query.includeArchived === true
  const leaving = keepsArchived || !change.archived ? 0 : countOf(pages, isChanged)
  return {
    ...pages,
    pages: pages.pages.map((page): RunPage => {
      const runs = page.runs.flatMap((run) => {
        if (!isChanged(run)) return [run]
        return keepsArchived || !change.archived ? [{ ...run, archived: change.archived }] : []
      })
      return { ...page, runs, total: page.total === null ? null : page.total - leaving }
    }),
  }
}

function countOf({ pages }: RunPages, isCounted: (run: Run) => boolean): number {
  return pages.reduce((count, { runs }) => count + runs.filter(isCounted).length, 0)
}
