import type { HTTPMethods } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { routesOf } from './routeAccess.ts'
import { securityHeaders } from './securityHeaders.ts'
import { openTestServer, type TestServer } from './testing.ts'

let server: TestServer
beforeEach(async () => {
  server = await openTestServer()
})
afterEach(() => server.close())

const own = ['127.0.0.1:4870', 'localhost:4870', '[::1]:4870']

const foreign = [
  'attacker.example',
  'attacker.example:4870',
  'localhost',
  'localhost:80',
  'localhost:48700',
  'localhost:4870.attacker.example',
  'localhost.:4870',
  'localhost:4870 attacker.example',
  'xlocalhost:4870',
  'user@localhost:4870',
  '127.0.0.1',
  '127.0.0.2:4870',
  '127.1:4870',
  '127.0.0.1.attacker.example:4870',
  '2130706433:4870',
  '0x7f.0.0.1:4870',
  '0.0.0.0:4870',
  '10.0.0.1:4870',
  '192.168.attacker.example:4870',
  '[::]:4870',
  '[::ffff:127.0.0.1]:4870',
  '::1:4870',
]

const foreignOrigins = [
  ...foreign.map((host) => `http://${host}`),
  ...own.map((host) => `https://${host}`),
  ...own.map((host) => `http://${host}/`),
  ...own.map((host) => `http://${host}.attacker.example`),
  ...own.map((host) => ` http://${host} `),
  'null',
  'file://',
  '*',
]

const own4870 = 'localhost:4870'
const everyMethod: readonly HTTPMethods[] = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
]

function attacksOn(host: string): readonly Readonly<Record<string, string>>[] {
  return [
    ...foreign.map((name) => ({ host: name })),
    ...foreignOrigins.map((origin) => ({ host, origin })),
    ...['cross-site', 'same-site', 'x', ''].map((site) => ({ host, 'sec-fetch-site': site })),
  ]
}

function addressOf(url: string, ids: Readonly<Record<string, string>> = {}): string {
  return url
    .replaceAll('::', ':')
    .replaceAll(/:([a-z]+_id)/g, (_, name: string) => ids[name] ?? 'x')
}

interface Address {
  readonly url: string
  /** Those that it is asked with: its own, and some that it has not. */
  readonly methods: readonly HTTPMethods[]
  /** Those that it answers. */
  readonly own: readonly HTTPMethods[]
}

/** One address for each pattern of the real route table, and one that is none. */
async function addresses({ app, save, experimentId }: TestServer): Promise<readonly Address[]> {
  const ids = { run_id: await save({ id: 'a' }), experiment_id: experimentId }
  const routes = routesOf(app)
  const urls = [...new Set(routes.map(({ url }) => addressOf(url, ids)))]
  const found = urls.map((url) => {
    const fitting = routes.filter((route) => patternOf(route.url).test(url))
    const own = [...new Set(fitting.map(({ method }) => method))]
    const others: readonly HTTPMethods[] = ['DELETE', 'OPTIONS']
    return { url, own, methods: [...new Set([...own, ...others])] }
  })
  return [...found, { url: '/x', own: [], methods: everyMethod }]
}

function patternOf(url: string): RegExp {
  const plain = url.replaceAll('::', '=').replaceAll(/:[a-z]+_id/g, '[^/]+')
  return new RegExp(`^${plain.replaceAll('.', '[.]').replaceAll('=', ':')}$`)
}

async function status(
  method: HTTPMethods,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  return (await server.app.inject({ method, url, headers })).statusCode
}

describe('guardOrigin', () => {
  it('lets through each of our own names, with our own origin or none', async () => {
    for (const host of own) {
      expect(await status('GET', '/healthz', { host })).toBe(200)
      for (const other of own) {
        const headers = { host, origin: `http://${other}`, 'sec-fetch-site': 'same-origin' }
        expect(await status('GET', '/healthz', headers)).toBe(200)
      }
    }
  })

  it('refuses every route to every foreign Host, Origin and Site, with any method', async () => {
    const attacks = attacksOn('localhost:4870')
    expect(attacks.length).toBeGreaterThan(60)
    const accepted: unknown[] = []
    for (const { url, methods } of await addresses(server))
      for (const method of methods)
        for (const headers of attacks)
          if ((await status(method, url, headers)) !== 403) accepted.push([method, url, headers])
    expect(accepted).toEqual([])
  }, 60_000)

  it('refuses them with the token as well', async () => {
    const token = 'the token of this test'.replaceAll(' ', '-')
    const guarded = await openTestServer(null, { token })
    const accepted: unknown[] = []
    const attacks = attacksOn('localhost:4870')
    for (const [i, { url, own }] of (await addresses(guarded)).entries())
      for (const method of own)
        // Each of them on some of the addresses.
        for (const attack of attacks.filter((_, k) => k % 4 === i % 4)) {
          const headers = { ...attack, authorization: `Bearer ${token}` }
          const answer = await guarded.app.inject({ method, url, headers })
          if (answer.statusCode !== 403) accepted.push([method, url, attack])
        }
    expect(accepted).toEqual([])
    await guarded.close()
  }, 60_000)

  it('changes nothing for a page that was typed or linked to, whatever the route', async () => {
    const accepted: unknown[] = []
    const opened = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    const sites = ['none', 'cross-site', 'same-site'].map((site) => ({
      host: 'localhost:4870',
      'sec-fetch-site': site,
      ...opened,
    }))
    for (const { method, url, access } of routesOf(server.app)) {
      if (access.kind !== 'change') continue
      for (const headers of sites) {
        const answer = await status(method, addressOf(url), headers)
        if (answer !== 403) accepted.push([method, url, headers])
      }
    }
    expect(accepted).toEqual([])
  })

  it('takes JSON alone on every route that changes something', async () => {
    const taken: unknown[] = []
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']
    for (const { method, url, access } of routesOf(server.app)) {
      if (access.kind !== 'change') continue
      for (const type of types) {
        const headers = { host: 'localhost:4870', 'content-type': type }
        const sent = { method: method as 'POST', url: addressOf(url), headers, payload: '{}' }
        const answer = await server.app.inject(sent)
        if (answer.statusCode !== 415) taken.push([method, url, type])
      }
    }
    expect(taken).toEqual([])
  })

  it('says of every address which methods it has, to every other one', async () => {
    for (const { url, own } of await addresses(server)) {
      if (own.length === 0) continue
      for (const method of everyMethod.filter((other) => !own.includes(other))) {
        const answer = await server.app.inject({ method, url, headers: { host: own4870 } })
        expect([method, url, answer.statusCode]).toEqual([method, url, 405])
        expect(answer.headers['allow']).toBe(own.toSorted().join(', '))
      }
    }
  })

  it('takes further hosts whole, with the origins of both schemes, and needs their port', async () => {
    const named = await openTestServer(null, { hosts: ['Runs.example:4870', '10.0.0.7'] })
    const ask = async (headers: Readonly<Record<string, string>>): Promise<number> =>
      (await named.app.inject({ url: '/healthz', headers })).statusCode
    for (const host of ['runs.example:4870', 'RUNS.example:4870', '10.0.0.7', 'localhost:4870']) {
      expect(await ask({ host })).toBe(200)
    }
    for (const origin of ['https://runs.example:4870', 'http://runs.example:4870']) {
      expect(await ask({ host: 'runs.example:4870', origin })).toBe(200)
    }
    for (const host of [
      'runs.example',
      'runs.example:80',
      'x.runs.example:4870',
      'runs.example:4870.attacker.example',
      'runsxexample:4870',
      '10.0.0.70',
      '10.0.0.7:4870',
    ]) {
      expect([host, await ask({ host })]).toEqual([host, 403])
      expect(await ask({ host: '10.0.0.7', origin: `http://${host}` })).toBe(403)
    }
    expect(await ask({ host: 'localhost:4870', origin: 'https://localhost:4870' })).toBe(403)
    await named.close()
  })

  it('answers HEAD as it answers GET, without the body', async () => {
    const headers = { host: own[0] }
    const [got, asked] = await Promise.all(
      (['GET', 'HEAD'] as const).map((method) =>
        server.app.inject({ method, url: '/healthz', headers }),
      ),
    )
    expect(asked?.statusCode).toBe(got?.statusCode)
    expect(asked?.headers['content-length']).toBe(got?.headers['content-length'])
    expect(asked?.body).toBe('')
  })

  it('lets a link elsewhere open the page, and neither frame it nor load data', async () => {
    const headers = { host: 'localhost:4870', 'sec-fetch-site': 'cross-site' }
    const opened = { ...headers, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    const framed = { ...opened, 'sec-fetch-dest': 'iframe' }
    expect(await status('GET', '/', opened)).toBe(503)
    expect(await status('GET', '/', framed)).toBe(403)
    expect(await status('GET', '/', { ...headers, 'sec-fetch-mode': 'no-cors' })).toBe(403)
    expect(await status('GET', '/api/v1/experiments', opened)).toBe(403)
  })

  it('puts the policy on every answer, and never a header that lets other origins in', async () => {
    const answers = await Promise.all([
      server.get('/healthz'),
      server.get('/'),
      server.get('/nothing'),
      server.get('/%'),
      server.get('/healthz', { host: 'attacker.example' }),
      server.get('/healthz', { origin: 'http://attacker.example' }),
    ])
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 503, 404, 400, 403, 403])
    for (const { headers } of answers) {
      expect(headers).toMatchObject(securityHeaders)
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})
