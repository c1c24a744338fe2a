import { once } from 'node:events'
import { connect } from 'node:net'
import fastify from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { requireRouteAccess, readingAccess, type RouteAccess } from './routeAccess.ts'
import { openTestServer } from './testing.ts'

const app = (access?: RouteAccess): ReturnType<typeof fastify> => {
  const made = fastify({ exposeHeadRoutes: false })
  requireRouteAccess(made)
  made.get('/', access === undefined ? {} : { config: { access } }, async () => 'hello')
  return made
}

const limited = (limits: Partial<RouteAccess['limits']>): RouteAccess => ({
  ...readingAccess,
  limits: { ...readingAccess.limits, ...limits },
})

describe('requireRouteAccess', () => {
  it('refuses to start with a route that does not say who may use it', () => {
    expect(() => app()).toThrow('The route GET / does not declare its access.')
  })

  it('refuses to start with a route whose limits are none', () => {
    expect(() => app(limited({ inFlight: 0 }))).toThrow('does not declare its access')
    expect(() => app(limited({ urlLength: NaN }))).toThrow('does not declare its access')
  })

  it('refuses a route that is added to the real server without access', async () => {
    const server = await openTestServer()
    expect(() => server.app.get('/new', async () => 'hello')).toThrow('GET /new')
    await server.close()
  })

  it('reads an address up to the declared length, and not one character more', async () => {
    const made = app(limited({ urlLength: 10 }))
    expect((await made.inject('/?abcdefgh')).statusCode).toBe(200)
    expect((await made.inject('/?abcdefghi')).json()).toMatchObject({
      statusCode: 414,
      message: 'This address is longer than the 10 characters read here.',
    })
  })

  it('answers no more at once than declared, and again when those are done', async () => {
    const access = limited({ inFlight: 2 })
    const made = fastify({ exposeHeadRoutes: false })
    requireRouteAccess(made)
    const gates: (() => void)[] = []
    made.get('/slow', { config: { access } }, async () => {
      await new Promise<void>((open) => gates.push(open))
      return 'done'
    })
    const first = [made.inject('/slow'), made.inject('/slow')]
    await expect.poll(() => gates.length).toBe(2)
    const third = await made.inject('/slow')
    expect([third.headers['retry-after'], third.json().message]).toEqual([
      '1',
      'Too many requests at once. Try again in a second.',
    ])
    for (const open of gates) open()
    expect((await Promise.all(first)).map((answer) => answer.statusCode)).toEqual([200, 200])
    const fourth = made.inject('/slow')
    await expect.poll(() => gates.length).toBe(3)
    gates[2]?.()
    expect((await fourth).statusCode).toBe(200)
  })

  describe('with a caller who hangs up', () => {
    const closers: (() => Promise<unknown>)[] = []
    afterEach(() => Promise.all(closers.map((close) => close())))

    it('counts the request as done', async () => {
      const made = fastify({ exposeHeadRoutes: false, forceCloseConnections: true })
      requireRouteAccess(made)
      let calls = 0
      made.get('/slow', { config: { access: limited({ inFlight: 1 }) } }, () => {
        calls += 1
        return calls === 1 ? new Promise(() => {}) : Promise.resolve('done')
      })
      closers.push(() => made.close())
      const url = new URL(await made.listen({ host: '127.0.0.1', port: 0 }))
      const socket = connect(Number(url.port), url.hostname)
      socket.write(`GET /slow HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`)
      await expect.poll(() => calls).toBe(1)
      socket.destroy()
      await once(socket, 'close')
      await expect.poll(async () => (await fetch(new URL('/slow', url))).status).toBe(200)
    })
  })
})
