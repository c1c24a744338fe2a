import type { FastifyInstance, RouteOptions } from 'fastify'

/**
 * Returns what tells which methods an address has, of the routes that are added from now on; an
 * address that no route has has none.
 */
export function collectRouteMethods(app: FastifyInstance): (url: string) => readonly string[] {
  const routes = new Map<string, { readonly path: RegExp; readonly methods: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    const held = routes.get(url) ?? { path: pathOf(url), methods: new Set<string>() }
    for (const each of [method].flat()) held.methods.add(each)
    routes.set(url, held)
  })
  return (url) => {
    const [path = ''] = url.split('?')
    const found = [...routes.values()].filter((route) => route.path.test(path))
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].toSorted()
  }
}

/** A part that is a parameter stands for any text; two colons stand for one. */
function pathOf(url: RouteOptions['url']): RegExp {
  const parts = url
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]*' : escaped(part.replaceAll('::', ':'))))
  return new RegExp(`^${parts.join('/')}$`, 'u')
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
}
