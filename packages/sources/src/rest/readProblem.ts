import { RunoffError, type RunoffErrorCode } from '@runoff/core'
import { isObject, textAt } from './readJson.ts'

const ownCodes: readonly RunoffErrorCode[] = ['bad-option', 'bad-run', 'bad-log', 'not-found']

/** Characters of a path that holds no id of an odd length. */
const longestPath = 1000

/**
 * Returns the error that a refused request means, from the server's `application/problem+json`.
 * What is no problem (a proxy's HTML page, say) is told by its status alone, as `source-failed`.
 */
export function problemOf(status: number, text: string, path: string): RunoffError {
  return errorOf(status, parse(text), path)
}

/** Returns the error that a problem means. */
export function errorOf(
  status: number,
  problem: Readonly<Record<string, unknown>>,
  path: string,
): RunoffError {
  const code = textAt(problem, 'code')
  const reason = textAt(problem, 'detail') ?? textAt(problem, 'title')
  const said = reason === null ? '' : `: ${reason.slice(0, 300)}`
  return new RunoffError(
    codeOf(status, code, path),
    `The server refused ${path} with ${status}${said}`,
  )
}

function codeOf(status: number, code: string | null, path: string): RunoffErrorCode {
  const own = ownCodes.find((known) => known === code)
  if (own !== undefined) return own
  // An id that is too long for the server is of no run there.
  if (status === 414 && path.length > longestPath) return 'not-found'
  // A route that the server does not have is no missing run: it is another server.
  const isMissing = status === 404 && code !== null && code !== 'route-not-found'
  return isMissing ? 'not-found' : 'source-failed'
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
