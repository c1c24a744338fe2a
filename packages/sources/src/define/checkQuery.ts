import { RunoffError } from '@runoff/core'
import type { RunQuery, SeriesRequest } from '../source.ts'

/** @throws {RunoffError} `bad-option` when a page could not hold a run. */
export function checkQuery(query: RunQuery): void {
  checkCount('limit', query.limit, 'runs a page may hold')
}

/** @throws {RunoffError} `bad-option` when a request names no place on the axis of steps. */
export function checkRequest(request: SeriesRequest): void {
  const { range, since, maxPoints } = request
  checkCount('maxPoints', maxPoints, 'points can be shown')
  if (since !== undefined && Number.isNaN(since)) {
    throw new RunoffError(
      'bad-option',
      'since needs a step, and got NaN. Leave it out to read all.',
    )
  }
  if (range !== undefined && !(range.from <= range.to)) {
    throw new RunoffError(
      'bad-option',
      `range needs a first and a last step, and got ${range.from} to ${range.to}. ` +
        'Pass them in order, such as { from: 0, to: 100 }.',
    )
  }
}

function checkCount(name: string, count: number | undefined, meaning: string): void {
  if (count === undefined || (Number.isSafeInteger(count) && count >= 1)) return
  throw new RunoffError(
    'bad-option',
    `${name} needs a whole number of at least 1, and got ${count}. ` +
      `Pass how many ${meaning}, or leave it out.`,
  )
}
