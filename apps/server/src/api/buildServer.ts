import fastifyStatic from '@fastify/static'
import { Ajv } from 'ajv'
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { createCaptures } from '../capture/captures.ts'
import type { MetricStore } from '../store/metricStore.ts'
import { addAppendRoute } from './appendRoute.ts'
import { addBatchRoute } from './batchRoute.ts'
import { endInTime } from './endInTime.ts'
import { addExperimentRoutes } from './experimentRoutes.ts'
import { guardOrigin } from './guardOrigin.ts'
import { guardToken } from './guardToken.ts'
import { addHealthRoute } from './healthRoute.ts'
import { usualAnswerMs } from './limits.ts'
import { addLogRoutes } from './logRoutes.ts'
import { addMetricRoutes } from './metricRoutes.ts'
import { addOpenApiRoute, describeApi } from './openApi.ts'
import { addPageRoutes } from './pageRoutes.ts'
import { Problem, problemOf, problemToJson } from './problem.ts'
import { addRecordRoutes } from './recordRoutes.ts'
import { failureLine, logRequests, type WriteLog } from './requestLog.ts'
import { requireRouteAccess } from './routeAccess.ts'
import { addRunRoutes } from './runRoutes.ts'
import { addSecurityHeaders, securityHeaders } from './securityHeaders.ts'
import { createServerMetrics } from './serverMetrics.ts'
import { addServerMetricsRoute } from './serverMetricsRoute.ts'
import { addStreamRoutes } from './streamRoutes.ts'
import { refuseUnreadable } from './unreadable.ts'

export interface ServerOptions {
  readonly store: MetricStore
  /** The port that `Host` must name, until the server listens and knows better. */
  readonly port: number
  /** The folder of the built page; without it, `/` says that there is none. */
  readonly pageFolder: string | null
  /** Gets what went wrong inside, which whoever asked is not told. */
  readonly onFailure: (error: unknown) => void
  /** What every request but for `/healthz` must carry. @default null, for none */
  readonly token?: string | null
  /** Further values of `Host`, compared whole: `runs.example:4870`. @default [] */
  readonly hosts?: readonly string[]
  /** Gets a line for each request and each failure. @default null, for none */
  readonly log?: WriteLog | null
  /** How often a stream that has nothing to tell says that it is there. @default 15000 */
  readonly heartbeatMs?: number
  /** How long a client may take nothing of its stream until it is cut off. @default 30000 */
  readonly patienceMs?: number
  /** How long an answer may take. @default 30000 */
  readonly answerTimeoutMs?: number
  /** How long closing waits for what is being answered. @default 5000 */
  readonly closeTimeoutMs?: number
}

/**
 * Returns the server, ready to listen or to be asked with `inject`.
 *
 * Closing it ends its streams, lets what is being answered finish and waits for what is being
 * written; the store stays open, which belongs to whoever opened it.
 *
 * @throws {RunoffError} `bad-option` for a token that is too short.
 */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { store, port, pageFolder, onFailure, token = null, hosts = [], log = null } = options
  const app = fastify({
    bodyLimit: 1,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    handlerTimeout: options.answerTimeoutMs ?? usualAnswerMs,
    // `endInTime` says it in the form of every other problem.
    return503OnClosing: false,
    http: { maxHeaderSize: 65_536 },
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: (error, _request, reply) => sendError(error, reply.headers(securityHeaders)),
  })

  const fail = (error: unknown, requestId: string | null = null): void => {
    onFailure(error)
    log?.(failureLine(error, { requestId, secret: token }))
  }
  const sendError = (error: unknown, reply: FastifyReply): FastifyReply => {
    const problem = problemOf(error)
    if (problem.code === 'internal') fail(error, reply.request.id)
    return reply
      .code(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(problemToJson(problem)))
  }

  // Of what fastify reads by itself, the other one is what a form may send.
  app.removeContentTypeParser('text/plain')
  checkWhatIsSent(app)
  if (log !== null) logRequests(app, log)
  const metrics = createServerMetrics(app)
  addSecurityHeaders(app)
  endInTime(app, options.closeTimeoutMs ?? 5_000)
  guardOrigin(app, { port: () => listeningPort(app) ?? port, hosts })
  guardToken(app, token)
  requireRouteAccess(app)
  app.setErrorHandler((error, _request, reply) => sendError(error, reply))
  app.setNotFoundHandler(() => {
    throw new Problem('route-not-found', 'There is nothing at this address.')
  })
  await app.register(fastifyStatic, { serve: false })
  await describeApi(app)

  const captures = createCaptures(store)
  app.addHook('onClose', () => captures.close())
  addHealthRoute(app, store)
  addServerMetricsRoute(app, metrics)
  addOpenApiRoute(app)
  addExperimentRoutes(app, store)
  addRunRoutes(app, store)
  addRecordRoutes(app, store)
  addMetricRoutes(app, store)
  addAppendRoute(app, store, metrics)
  addBatchRoute(app, store)
  addLogRoutes(app, store, captures)
  const { heartbeatMs = 15_000, patienceMs = 30_000 } = options
  addStreamRoutes(app, { store, metrics, heartbeatMs, patienceMs, onFailure: fail })
  addPageRoutes(app, pageFolder)
  return app
}

/** A query is text, and is read as what its schema says; a body is taken as what it is. */
function checkWhatIsSent(app: FastifyInstance): void {
  // What does not exist is a mistake to be told of, not to be dropped.
  const shared = { removeAdditional: false, strict: false, strictNumbers: true } as const
  const query = new Ajv({ ...shared, coerceTypes: 'array' })
  const body = new Ajv(shared)
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? body : query).compile(schema as object),
  )
  // The schemas of answers describe them, and are held against them by the tests.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
}

function listeningPort(app: FastifyInstance): number | null {
  const address = app.server.address()
  return typeof address === 'object' && address !== null ? address.port : null
}
