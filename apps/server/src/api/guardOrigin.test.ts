import type { HTTPMethods } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

  it('refuses every route to every foreign Host and Origin, with any method', async () => {
    const runId = await server.save({ id: 'a' })
    const runs = `/api/v1/experiments/${server.experimentId}/runs`
    const routes = [
      '/',
      '/healthz',
      '/api/v1/experiments',
      runs,
      `${runs}/${runId}`,
      `${runs}/${runId}/metrics`,
      '/x',
    ]
    const methods: readonly HTTPMethods[] = [
      'GET',
      'HEAD',
      'POST',
      'PUT',
      'PATCH',
      'DELETE',
      'OPTIONS',
    ]
    const attacks = [
      ...foreign.map((host) => ({ host })),
      ...foreignOrigins.map((origin) => ({ host: 'localhost:4870', origin })),
      ...['cross-site', 'same-site', 'x'].map((site) => ({
        host: 'localhost:4870',
        'sec-fetch-site': site,
      })),
    ]
    const accepted: unknown[] = []
    for (const url of routes)
      for (const method of methods)
        for (const headers of attacks)
          if ((await status(method, url, headers)) !== 403) accepted.push([method, url, headers])
    expect(accepted).toEqual([])
  })

  it('does no more than read, on any route but the one that archives', async () => {
    const methods: readonly HTTPMethods[] = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
    for (const url of ['/', '/healthz', '/api/v1/experiments', '/x'])
      for (const method of methods) {
        const answer = await server.app.inject({ method, url, headers: { host: own[0] } })
        expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'GET, HEAD'])
      }
  })

  it('says which method the address of a run has, to every other one', async () => {
    const runId = await server.save({ id: 'a' })
    const run = `/api/v1/experiments/${server.experimentId}/runs/${runId}`
    const methods: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']
    for (const url of [run, `${run}?archived=true`, `${run}x`])
      for (const method of methods) {
        const answer = await server.app.inject({ method, url, headers: { host: own[0] } })
        expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'PATCH'])
      }
    const answer = await server.get(`${run}/metrics/x`)
    expect([answer.statusCode, answer.headers['allow']]).toEqual([404, undefined])
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
