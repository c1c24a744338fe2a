import { defineRun, type Notice, type Run } from '@runoff/core'
import type { RunPage } from '../source.ts'
import { isObject, listAt, memberOf, noticesOf, numberAt, textAt } from './readJson.ts'

/**
 * Returns the page in the server's answer `{ runs, next_cursor, total }`. A run that has no
 * identity becomes a notice.
 *
 * @throws {RunoffError} `source-failed` when the answer has no list of runs.
 */
export function readRunPage(answer: unknown, source: string): RunPage {
  const given = listAt(answer, 'runs')
  const runs: Run[] = []
  for (const json of given) {
    const id = memberOf(json, 'id')
    if (typeof id === 'string' && id !== '') runs.push(defineRun({ ...json, id, source }))
  }
  const lost = given.length - runs.length
  const object = isObject(answer) ? answer : {}
  return {
    runs,
    nextCursor: textAt(object, 'next_cursor'),
    total: numberAt(object, 'total'),
    notices: [...noticesOf(answer), ...(lost > 0 ? [withoutId(lost)] : [])],
  }
}

function withoutId(count: number): Notice {
  return {
    code: 'bad-run',
    message: 'The server listed a run without an id; it is left out.',
    count,
  }
}
