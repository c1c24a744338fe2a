import type { FastifyInstance } from 'fastify'
import { afterAnswer } from './afterAnswer.ts'

/** One line of the server's log, ready for `JSON.stringify`. */
export type LogLine =
  | {
      readonly event: 'request'
      /** ISO 8601. */
      readonly time: string
      readonly request_id: string
      readonly method: string
      /** The pattern of the route, `null` where there is none; never the address itself. */
      readonly route: string | null
      readonly status: number
      readonly ms: number
    }
  | {
      readonly event: 'failure'
      readonly time: string
      readonly request_id: string | null
      readonly name: string
      readonly message: string
      readonly stack: string | null
    }

export type WriteLog = (line: LogLine) => void

/** Writes one line for each request that was answered: what was asked stands in none. */
export function logRequests(app: FastifyInstance, write: WriteLog): void {
  app.addHook('onRequest', async (request, reply) => {
    afterAnswer(reply, () =>
      write({
        event: 'request',
        time: new Date().toISOString(),
        request_id: request.id,
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.raw.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      }),
    )
  })
}

/** Returns the line of a failure, in which no secret stands. */
export function failureLine(
  error: unknown,
  { requestId, secret }: { readonly requestId: string | null; readonly secret: string | null },
): LogLine {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  const hide = (text: string): string =>
    secret === null ? text : text.replaceAll(secret, '[secret]')
  return {
    event: 'failure',
    time: new Date().toISOString(),
    request_id: requestId,
    name: hide(name),
    message: hide(message),
    stack: stack === undefined ? null : hide(stack),
  }
}
