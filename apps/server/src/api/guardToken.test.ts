import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAttempts } from './attempts.ts'
import { buildServer } from './buildServer.ts'
import { shortestToken } from './guardToken.ts'
import { routesOf } from './routeAccess.ts'
import { openTestServer, type TestServer } from './testing.ts'

const token = 'canary-2f6d1c9e7b'
let server: TestServer
beforeEach(async () => {
  server = await openTestServer(null, { token })
})
afterEach(() => server.close())

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

const ask = async (authorization?: string, path = '/api/v1/experiments'): Promise<unknown> => {
  const answer = await server.get(path, authorization === undefined ? {} : { authorization })
  return answer.statusCode
}

describe('guardToken', () => {
  it('lets in who has the token, as a bearer or as a password', async () => {
    for (const given of [
      `Bearer ${token}`,
      `bearer  ${token}`,
      basic('', token),
      basic('any', token),
    ]) {
      expect(await ask(given)).toBe(200)
    }
  })

  it.each([
    '',
    'Bearer',
    'Bearer ',
    `Bearer ${token}x`,
    `Bearer ${token.slice(0, -1)}`,
    `Bearer ${token.toUpperCase()}`,
    token,
    `Token ${token}`,
    `Digest ${token}`,
    basic(token, ''),
    basic('any', `${token} `),
    'Basic !!!',
  ])('refuses "%s"', async (given) => {
    const answer = await server.get('/api/v1/experiments', { authorization: given })
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'token-required'])
    expect(answer.headers['www-authenticate']).toEqual([
      'Bearer realm="Runoff"',
      'Basic realm="Runoff", charset="UTF-8"',
    ])
  })

  it('guards every route but the one that says whether the server is there', async () => {
    const open: string[] = []
    for (const { method, url } of routesOf(server.app)) {
      const answer = await server.app.inject({
        method: method as 'GET',
        url: url.replaceAll('::', ':').replaceAll(/:[a-z]+_id/g, 'x'),
        headers: { host: 'localhost:4870', 'content-type': 'application/json' },
        ...(method === 'POST' || method === 'PATCH' ? { payload: '{}' } : {}),
      })
      if (answer.statusCode !== 401) open.push(`${method} ${url}`)
    }
    expect(open.toSorted()).toEqual(['GET /healthz', 'HEAD /healthz'])
    expect(await ask(undefined, '/nothing')).toBe(401)
  })

  it('looks at ten wrong tokens of an address in a minute, and at no right one after them', async () => {
    for (let i = 0; i < 10; i++) expect(await ask('Bearer wrong')).toBe(401)
    const answer = await server.get('/api/v1/experiments', { authorization: `Bearer ${token}` })
    expect([answer.statusCode, answer.json().code]).toEqual([429, 'too-many-attempts'])
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    // Whoever sends none is asked for one, and counts as no attempt.
    expect(await ask()).toBe(401)
  })

  it.each(['', 'short', 'x'.repeat(shortestToken - 1), `${'x'.repeat(20)} y`, 'ä'.repeat(20)])(
    'refuses to start with the token "%s"',
    async (weak) => {
      const { store } = server
      const options = { store, port: 1, pageFolder: null, onFailure: () => undefined, token: weak }
      await expect(buildServer(options)).rejects.toMatchObject({ code: 'bad-option' })
    },
  )
})

describe('createAttempts', () => {
  it('forgets wrong tokens after a minute, each address for itself', () => {
    let nowMs = 0
    const attempts = createAttempts(() => nowMs)
    for (let i = 0; i < 10; i++) attempts.note('10.0.0.1')
    expect(attempts.waitSeconds('10.0.0.1')).toBe(60)
    expect(attempts.waitSeconds('10.0.0.2')).toBe(0)
    nowMs = 59_999
    expect(attempts.waitSeconds('10.0.0.1')).toBe(1)
    nowMs = 60_000
    expect(attempts.waitSeconds('10.0.0.1')).toBe(0)
  })

  it('takes the addresses of one network of version 6 for one', () => {
    const attempts = createAttempts(() => 0)
    for (let i = 0; i < 10; i++) attempts.note(`2001:db8:1:2:${i}::1`)
    expect(attempts.waitSeconds('2001:db8:1:2:ffff::9')).toBe(60)
    expect(attempts.waitSeconds('2001:db8:1:3::9')).toBe(0)
  })

  it('remembers no more than ten thousand addresses', () => {
    const attempts = createAttempts(() => 0)
    for (let i = 0; i < 10; i++) attempts.note('first')
    for (let i = 0; i < 10_000; i++) attempts.note(`address ${i}`)
    expect(attempts.waitSeconds('first')).toBe(0)
  })
})
