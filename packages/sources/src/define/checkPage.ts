import { RunoffError, type Notice, type Run } from '@runoff/core'
import type { RunPage, RunQuery } from '../source.ts'

/**
 * Returns a page that can be trusted: each run once, and a cursor that leads on.
 *
 * @throws {RunoffError} `source-failed` when the answer is no page at all.
 */
export function checkPage(sourceId: string, page: RunPage, query: RunQuery): RunPage {
  if (!Array.isArray(page?.runs)) {
    throw new RunoffError('source-failed', `Source "${sourceId}" gave no list of runs.`)
  }
  const runs = eachOnce(page.runs)
  const turnsInCircles = page.nextCursor !== null && page.nextCursor === query.cursor
  const notices = [
    ...(page.notices ?? []),
    ...(runs.length < page.runs.length ? [repeated(page.runs.length - runs.length)] : []),
    ...(turnsInCircles ? [circle] : []),
  ]
  return {
    runs,
    nextCursor: turnsInCircles ? null : (page.nextCursor ?? null),
    total: page.total ?? null,
    ...(notices.length === 0 ? {} : { notices }),
  }
}

function eachOnce(runs: readonly Run[]): readonly Run[] {
  const byId = new Map<string, Run>()
  for (const run of runs) if (!byId.has(run.id)) byId.set(run.id, run)
  return byId.size === runs.length ? runs : [...byId.values()]
}

function repeated(count: number): Notice {
  return {
    code: 'runs-repeat',
    message: 'The source listed a run more than once in one page; the first was kept.',
    count,
  }
}

const circle: Notice = {
  code: 'cursor-repeats',
  message: 'The source gave the same cursor again, so the list of runs may not be complete.',
}
