import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import type { MetricStore } from '../store/metricStore.ts'
import { addArchiveRoute } from './archiveRoute.ts'
import { addExperimentRoutes } from './experimentRoutes.ts'
import { guardOrigin } from './guardOrigin.ts'
import { addHealthRoute } from './healthRoute.ts'
import { addMetricRoutes } from './metricRoutes.ts'
import { addPageRoutes } from './pageRoutes.ts'
import { Problem, problemOf, problemToJson } from './problem.ts'
import { requireRouteAccess } from './routeAccess.ts'
import { addRunRoutes } from './runRoutes.ts'
import { addSecurityHeaders, securityHeaders } from './securityHeaders.ts'

export interface ServerOptions {
  readonly store: MetricStore
  /** The port that `Host` must name, until the server listens and knows better. */
  readonly port: number
  /** The folder of the built page; without it, `/` says that there is none. */
  readonly pageFolder: string | null
  /** Gets what went wrong inside, which whoever asked is not told. */
  readonly onFailure: (error: unknown) => void
}

/**
 * Returns the server, ready to listen or to be asked with `inject`.
 *
 * It reads, and it archives runs. Closing it leaves the store open, which belongs to whoever opened it.
 */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { store, port, pageFolder, onFailure } = options
  const app = fastify({
    bodyLimit: 1,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    http: { maxHeaderSize: 65_536 },
    // A parameter that does not exist is a mistake to be told of, not to be dropped.
    ajv: { customOptions: { removeAdditional: false } },
    frameworkErrors: (error, _request, reply) => sendError(error, reply.headers(securityHeaders)),
  })

  const sendError = (error: unknown, reply: FastifyReply): FastifyReply => {
    const problem = problemOf(error)
    if (problem.code === 'internal') onFailure(error)
    return reply
      .code(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(problemToJson(problem)))
  }

  // Of what fastify reads by itself, the other one is what a form may send.
  app.removeContentTypeParser('text/plain')
  addSecurityHeaders(app)
  guardOrigin(app, () => listeningPort(app) ?? port)
  requireRouteAccess(app)
  app.setErrorHandler((error, _request, reply) => sendError(error, reply))
  app.setNotFoundHandler(() => {
    throw new Problem('route-not-found', 'There is nothing at this address.')
  })
  await app.register(fastifyStatic, { serve: false })

  addHealthRoute(app, store)
  addExperimentRoutes(app, store)
  addRunRoutes(app, store)
  addArchiveRoute(app, store)
  addMetricRoutes(app, store)
  addPageRoutes(app, pageFolder)
  return app
}

function listeningPort(app: FastifyInstance): number | null {
  const address = app.server.address()
  return typeof address === 'object' && address !== null ? address.port : null
}
