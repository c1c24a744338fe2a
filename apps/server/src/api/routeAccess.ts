import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { afterAnswer } from './afterAnswer.ts'
import { Problem } from './problem.ts'

/** Who may use a route, and how much of it. Every route declares one. */
export interface RouteAccess {
  /** `token`: whoever has the server's token, where it has one. `none`: whoever can reach it. */
  readonly auth: 'token' | 'none'
  /**
   * `page`: a link elsewhere may open it in a window of its own. `data`: it may not. `change`:
   * neither, and what is sent is JSON.
   */
  readonly kind: 'page' | 'data' | 'change'
  readonly limits: {
    /** Characters of the address, query included. */
    readonly urlLength: number
    /** Bytes of what is sent. */
    readonly bodyBytes: number
    /** Requests that are answered at the same time, over all routes of this access. */
    readonly inFlight: number
  }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly access?: RouteAccess
  }
}

/** Of a request that sends nothing: fastify wants a limit above zero. */
const noBody = 1
/** The most that is read of any request. */
export const largestBody = 1_000_000

/** Reading data: short answers, many at a time. */
export const readingAccess: RouteAccess = {
  auth: 'token',
  kind: 'data',
  limits: { urlLength: 32_000, bodyBytes: noBody, inFlight: 64 },
}

/** Whether the server is there: nothing else is told. */
export const openAccess: RouteAccess = {
  auth: 'none',
  kind: 'data',
  limits: { urlLength: 2_000, bodyBytes: noBody, inFlight: 16 },
}

/** Answers that go on for as long as somebody listens. */
export const streamAccess: RouteAccess = {
  auth: 'token',
  kind: 'data',
  limits: { urlLength: 32_000, bodyBytes: noBody, inFlight: 32 },
}

/** Changing what is kept, a few at a time. */
export const changingAccess: RouteAccess = {
  auth: 'token',
  kind: 'change',
  limits: { urlLength: 2_000, bodyBytes: largestBody, inFlight: 32 },
}

/** A question that is too long for an address, and is sent as a change is. */
export const askingAccess: RouteAccess = {
  auth: 'token',
  kind: 'change',
  limits: { urlLength: 2_000, bodyBytes: largestBody, inFlight: 16 },
}

/** The page and its files. */
export const pageAccess: RouteAccess = {
  auth: 'token',
  kind: 'page',
  limits: { urlLength: 2_000, bodyBytes: noBody, inFlight: 64 },
}

/**
 * Makes the server refuse to start with a route that does not say who may use it and how much, and
 * holds every route to what it said.
 */
export function requireRouteAccess(app: FastifyInstance): void {
  const inFlight = new Map<RouteAccess, number>()
  const routes: DeclaredRoute[] = []
  tables.set(app, routes)

  app.addHook('onRoute', (route) => {
    if (!isDeclared(route)) throw undeclared(route)
    const { access } = route.config ?? {}
    for (const method of [route.method].flat()) {
      if (access !== undefined) routes.push({ method, url: route.url, access })
    }
    route.bodyLimit = route.config?.access?.limits.bodyBytes ?? noBody
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
    afterAnswer(reply, () => inFlight.set(access, (inFlight.get(access) ?? 1) - 1))
  })
}

/** One way in which a server can be asked. */
export interface DeclaredRoute {
  readonly method: string
  /** Its pattern, as fastify writes it. */
  readonly url: string
  readonly access: RouteAccess
}

const tables = new WeakMap<FastifyInstance, readonly DeclaredRoute[]>()

/** Returns every route that a server has. */
export function routesOf(app: FastifyInstance): readonly DeclaredRoute[] {
  return tables.get(app) ?? []
}

function isDeclared({ config }: RouteOptions): boolean {
  const limits = config?.access?.limits
  const counts = limits ? Object.values(limits) : []
  return config?.access?.auth !== undefined && counts.length === 3 && counts.every((n) => n > 0)
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
