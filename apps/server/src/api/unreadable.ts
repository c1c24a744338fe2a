import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { Problem, problemToJson } from './problem.ts'
import { securityHeaders } from './securityHeaders.ts'

/** Answers what is no request that can be read, and so reaches no route, and hangs up. */
export function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code !== 'ECONNRESET' && socket.writable) socket.write(answerOf(problemOf(error.code)))
  socket.destroy()
}

function problemOf(code: string | undefined): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new Problem('sent-too-slowly', 'This request did not come to its end in time.')
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new Problem('headers-too-long', 'The address and headers are longer than is read here.')
  }
  return new Problem('bad-request', 'This request could not be read.')
}

function answerOf(problem: Problem): string {
  const body = JSON.stringify(problemToJson(problem))
  const headers = Object.entries({
    ...securityHeaders,
    'cache-control': 'no-store',
    connection: 'close',
    'content-length': Buffer.byteLength(body),
    'content-type': 'application/problem+json; charset=utf-8',
  })
  const first = `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`
  return [first, ...headers.map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n')
}
