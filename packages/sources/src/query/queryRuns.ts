import { RunoffError, type Run } from '@runoff/core'
import type { RunPage, RunQuery } from '../source.ts'

/**
 * Returns the page of runs that a query asks for, from a list that is all there.
 *
 * Shape: the order of `runs` is kept, and every narrowing of the query applies. Pages continue
 * after a run and not after a number, so that a run archived in between moves no other.
 *
 * @throws {RunoffError} `bad-option` when the cursor was not given by this list.
 */
export function queryRuns(runs: readonly Run[], query: RunQuery): RunPage {
  const isWanted = wantedBy(query)
  const wanted = runs.filter(isWanted)
  const rest = runs.slice(startOf(runs, query.cursor ?? null)).filter(isWanted)
  const page = rest.slice(0, query.limit ?? rest.length)
  const last = page.at(-1)
  return {
    runs: page,
    nextCursor: last !== undefined && page.length < rest.length ? `after:${last.id}` : null,
    total: wanted.length,
  }
}

function startOf(runs: readonly Run[], cursor: string | null): number {
  if (cursor === null) return 0
  const at = runs.findIndex((run) => cursor === `after:${run.id}`)
  if (at >= 0) return at + 1
  throw new RunoffError(
    'bad-option',
    'The cursor is none that this source gave. Pass the nextCursor of the page before, or null.',
  )
}

function wantedBy({ ids, search, status, includeArchived }: RunQuery): (run: Run) => boolean {
  const wantedIds = ids && new Set(ids)
  const text = plain(search ?? '')
  return (run) =>
    (includeArchived === true || !run.archived) &&
    (wantedIds === undefined || wantedIds.has(run.id)) &&
    (status === undefined || status.includes(run.status)) &&
    (text === '' || [run.name, run.model, run.dataset].some((name) => plain(name).includes(text)))
}

/** Names from a file system may be decomposed (`e` and an accent); what is typed is not. */
function plain(text: string | null): string {
  return (text ?? '').normalize('NFC').toLowerCase()
}
