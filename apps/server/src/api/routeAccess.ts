import { finished } from 'node:stream'
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { Problem } from './problem.ts'

/** Who may use a route, and how much of it. Every route declares one. */
export interface RouteAccess {
  /** `this-machine`: whoever can reach the loopback address, by a page of this server or none. */
  readonly auth: 'this-machine'
  /**
   * `page`: a link elsewhere may open it in a window of its own. `data`: it may not. `change`:
   * neither, and what is sent is JSON.
   */
  readonly kind: 'page' | 'data' | 'change'
  readonly limits: {
    /** Characters of the address, query included. */
    readonly urlLength: number
    /** Requests that are answered at the same time, over all routes of this access. */
    readonly inFlight: number
  }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly access?: RouteAccess
  }
}

/** Reading data: short answers, many at a time. */
export const readingAccess: RouteAccess = {
  auth: 'this-machine',
  kind: 'data',
  limits: { urlLength: 32_000, inFlight: 64 },
}

/** Changing what is kept: small bodies, few at a time. */
export const changingAccess: RouteAccess = {
  auth: 'this-machine',
  kind: 'change',
  limits: { urlLength: 2_000, inFlight: 16 },
}

/** The page and its files. */
export const pageAccess: RouteAccess = {
  auth: 'this-machine',
  kind: 'page',
  limits: { urlLength: 2_000, inFlight: 64 },
}

/**
 * Makes the server refuse to start with a route that does not say who may use it and how much, and
 * holds every route to what it said.
 */
export function requireRouteAccess(app: FastifyInstance): void {
  const inFlight = new Map<RouteAccess, number>()

  app.addHook('onRoute', (route) => {
    if (!isDeclared(route)) throw undeclared(route)
  })
  app.addHook('onRequest', async (request, reply) => {
    const { access } = request.routeOptions.config
    if (access === undefined) return
    refuseLongUrl(request, access)
    const count = inFlight.get(access) ?? 0
    if (count >= access.limits.inFlight) {
      reply.header('retry-after', 1)
      throw new Problem('too-many-requests', 'Too many requests at once. Try again in a second.')
    }
    inFlight.set(access, count + 1)
    finished(reply.raw, () => inFlight.set(access, (inFlight.get(access) ?? 1) - 1))
  })
}

function isDeclared({ config }: RouteOptions): boolean {
  const limits = config?.access?.limits
  const counts = limits ? Object.values(limits) : []
  return config?.access?.auth !== undefined && counts.length === 2 && counts.every((n) => n > 0)
}

function undeclared({ method, url }: RouteOptions): Error {
  return new Error(
    `The route ${String(method)} ${url} does not declare its access. ` +
      'Give it config: { access: { auth, kind, limits } }.',
  )
}

function refuseLongUrl({ raw }: FastifyRequest, { limits }: RouteAccess): void {
  if ((raw.url?.length ?? 0) <= limits.urlLength) return
  const detail = `This address is longer than the ${limits.urlLength} characters read here.`
  throw new Problem('url-too-long', detail)
}
