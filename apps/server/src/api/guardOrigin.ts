import type { FastifyInstance, FastifyRequest } from 'fastify'
import { onlyJson, Problem } from './problem.ts'
import { collectRouteMethods } from './routeMethods.ts'

/** The names by which this machine reaches itself. */
const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']

const readingMethods = ['GET', 'HEAD']

/**
 * Refuses every request that a web page of another origin may have made.
 *
 * `Host` is compared whole, so that a foreign name that resolves to this machine (DNS rebinding)
 * gets nothing; `Origin` and `Sec-Fetch-Site`, where a browser sends them, must be our own. Nothing
 * is changed but by the routes that say so, and by JSON, which a page of another origin cannot send
 * without asking first: that question is refused as every method is that only asks.
 *
 * A request with neither of the two headers is a program's, such as curl or Node, and may do what
 * the page may: on a machine that it runs on it could write any header. No page passes as one, since
 * a browser sends `Origin` with every method but GET and HEAD.
 * `port` is asked for each request, since it is known only once the server listens. `hosts` are
 * further values of `Host`, compared whole as well.
 *
 * @see https://fetch.spec.whatwg.org/#append-a-request-origin-header
 */
export function guardOrigin(
  app: FastifyInstance,
  { port, hosts: others }: { readonly port: () => number; readonly hosts: readonly string[] },
): void {
  const methodsAt = collectRouteMethods(app)
  const named = others.map((name) => name.toLowerCase())
  app.addHook('onRequest', async (request, reply) => {
    const local = loopbackNames.map((name) => hostOf(name, port()))
    const hosts = [...local, ...named]
    const { origin } = request.headers
    const asked = hostsAskedFor(request)
    if (asked.length === 0 || !asked.every((host) => hosts.includes(host))) {
      throw new Problem(
        'host-not-allowed',
        `This server answers to ${hosts.join(', ')} and to no other name.`,
      )
    }
    if (origin !== undefined && !isOwnOrigin(origin, local, named)) {
      throw new Problem('origin-not-allowed', 'Pages of other origins get nothing from here.')
    }
    if (!isSiteAllowed(request)) {
      throw new Problem('origin-not-allowed', 'Pages of other sites get nothing from here.')
    }
    if (isChange(request)) return refuseOtherBodies(request)
    const methods = request.is404 ? methodsAt(request.url) : []
    if (methods.length === 0 && readingMethods.includes(request.method)) return
    const allowed = (methods.length === 0 ? readingMethods : methods).join(', ')
    reply.header('allow', allowed)
    throw new Problem('method-not-allowed', `What can be asked of this address is ${allowed}.`)
  })
}

/**
 * Every name that a request gives to the server: more than one where `Host` comes twice or where the
 * whole address is asked for, as of a proxy, whose name counts.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
 */
function hostsAskedFor({ raw }: FastifyRequest): readonly string[] {
  const { rawHeaders, url = '/' } = raw
  const given = rawHeaders.filter(
    (_, i) => rawHeaders[i - 1]?.toLowerCase() === 'host' && i % 2 === 1,
  )
  const named = url.startsWith('/') || url === '*' ? [] : [authorityOf(url)]
  return [...given, ...named].map((host) => host.toLowerCase())
}

function authorityOf(url: string): string {
  const [, , authority = ''] = url.split('/', 3)
  return authority
}

/** What is reached under another name may be reached by https, behind a server that ends it. */
function isOwnOrigin(origin: string, local: readonly string[], named: readonly string[]): boolean {
  return (
    [...local, ...named].some((host) => origin === `http://${host}`) ||
    named.some((host) => origin === `https://${host}`)
  )
}

function isChange({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.access?.kind === 'change'
}

function refuseOtherBodies({ headers }: FastifyRequest): void {
  const [type = ''] = (headers['content-type'] ?? '').split(';')
  if (type.trim().toLowerCase() === 'application/json') return
  throw new Problem('unsupported-media-type', onlyJson)
}

/** A browser leaves the port out of both headers where it is that of http. */
function hostOf(name: string, port: number): string {
  return port === 80 ? name : `${name}:${port}`
}

function isSiteAllowed({ headers, routeOptions }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin') return true
  // Whoever types an address reads it.
  if (site === 'none') return routeOptions.config.access?.kind !== 'change'
  // A link elsewhere may open the page, but not inside a frame, and may not load its data.
  const isNavigation =
    headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return isNavigation && routeOptions.config.access?.kind === 'page'
}
