import type { AddressInfo } from 'node:net'
import type { LightMyRequestResponse } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from './testing.ts'

let server: TestServer
let runId: string
beforeEach(async () => {
  server = await openTestServer()
  runId = await server.save({ id: 'a', name: 'lr-3e-4' })
})
afterEach(() => server.close())

interface Sent {
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly path?: string
}

const json = { 'content-type': 'application/json' }

function patch({ body = '{"archived":true}', headers = json, path = runId }: Sent = {}) {
  return server.app.inject({
    method: 'PATCH',
    url: `/api/v1/experiments/${server.experimentId}/runs/${path}`,
    headers: { host: 'localhost:4870', ...headers },
    payload: body,
  })
}

async function isArchived(): Promise<boolean | undefined> {
  return (await server.store.getRun(server.experimentId, runId))?.archived
}

const answerOf = (answer: LightMyRequestResponse): unknown[] => [
  answer.statusCode,
  answer.json<{ code?: string }>().code,
]

describe('PATCH /api/v1/experiments/{experiment_id}/runs/{run_id}', () => {
  it('archives a run, takes it back, and answers with the run', async () => {
    const archived = await patch()
    expect(archived.statusCode).toBe(200)
    expect(archived.json()).toMatchObject({ run: { id: runId, name: 'lr-3e-4', archived: true } })
    expect(await isArchived()).toBe(true)
    const restored = await patch({ body: '{"archived":false}' })
    expect(restored.json()).toMatchObject({ run: { archived: false } })
    expect(await isArchived()).toBe(false)
  })

  it('is open to the page of this server, under each of its names', async () => {
    for (const name of ['localhost:4870', '127.0.0.1:4870', '[::1]:4870']) {
      const own = { host: name, origin: `http://${name}`, 'sec-fetch-site': 'same-origin' }
      expect((await patch({ headers: { ...json, ...own } })).statusCode).toBe(200)
    }
  })

  it.each<[string, Readonly<Record<string, string>>]>([
    ['a page of another origin', { origin: 'http://attacker.example' }],
    ['a page of another port', { origin: 'http://localhost:4871' }],
    ['a page without an origin', { origin: 'null' }],
    ['the same origin by https', { origin: 'https://localhost:4870' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of the same site', { 'sec-fetch-site': 'same-site' }],
    ['an address that was typed', { 'sec-fetch-site': 'none' }],
    ['a link that was followed', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
    ['a name that leads here', { host: 'attacker.example:4870' }],
  ])('is closed to %s', async (_, headers) => {
    const answer = await patch({ headers: { ...json, ...headers } })
    expect(answer.statusCode).toBe(403)
    expect(await isArchived()).toBe(false)
  })

  it.each([
    'text/plain',
    'text/plain; application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('takes JSON alone, and not "%s"', async (type) => {
    const answer = await patch({ headers: { 'content-type': type } })
    expect(answerOf(answer)).toEqual([415, 'unsupported-media-type'])
    expect(await isArchived()).toBe(false)
  })

  it('takes JSON that says its encoding', async () => {
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' }
    expect((await patch({ headers })).statusCode).toBe(200)
  })

  it.each([
    '{}',
    '{"archived":"perhaps"}',
    '{"archived":"true"}',
    '{"archived":1}',
    '{"archived":[true]}',
    '{"archived":{"valueOf":true}}',
    '{"archived":true,"name":"x"}',
    '[]',
    'null',
    '{',
    '{"__proto__":{"archived":true}}',
  ])('refuses %s, and changes nothing', async (body) => {
    expect((await patch({ body })).statusCode).toBe(400)
    expect(await isArchived()).toBe(false)
  })

  it.each(['"false"', '0', 'null', '""', '[false]'])(
    'does not take %s for false, and leaves an archived run where it is',
    async (value) => {
      await patch()
      const answer = await patch({ body: `{"archived":${value}}` })
      expect(answerOf(answer)).toEqual([400, 'bad-option'])
      expect(answer.json().detail).toMatch(
        '"archived" must be equal to one of the allowed values: true,',
      )
      expect(await isArchived()).toBe(true)
    },
  )

  it('takes no part of an address that is longer than any id', async () => {
    expect(answerOf(await patch({ path: 'a'.repeat(100) }))).toEqual([404, 'run-not-found'])
    expect(answerOf(await patch({ path: 'a'.repeat(101) }))).toEqual([414, 'url-too-long'])
    expect(answerOf(await patch({ path: `${runId}?${'a'.repeat(2000)}` }))).toEqual([
      414,
      'url-too-long',
    ])
  })

  it.each(['__proto__', '%00', '..%2f', 'a%2fb', ''])('knows no run "%s"', async (path) => {
    expect(answerOf(await patch({ path }))).toEqual([404, 'run-not-found'])
  })

  it('is open to a program, which sends neither Origin nor Sec-Fetch-Site', async () => {
    await server.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = server.app.server.address() as AddressInfo
    const url = `http://127.0.0.1:${port}/api/v1/experiments/${server.experimentId}/runs/${runId}`
    const sent = { method: 'PATCH', headers: json, body: '{"archived":true}' }
    expect((await fetch(url, sent)).status).toBe(200)
    expect(await isArchived()).toBe(true)
    // As soon as it says that it is a page's, it must be one of ours.
    const headers = { ...json, origin: 'http://attacker.example' }
    expect((await fetch(url, { ...sent, headers, body: '{"archived":false}' })).status).toBe(403)
    expect(await isArchived()).toBe(true)
  })

  it('stops reading a body that does not say how long it is', async () => {
    await server.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = server.app.server.address() as AddressInfo
    const url = `http://127.0.0.1:${port}/api/v1/experiments/${server.experimentId}/runs/${runId}`
    const body = new Blob([' '.repeat(2000), '{"archived":true}']).stream()
    const sent = { method: 'PATCH', headers: json, body, duplex: 'half' }
    expect((await fetch(url, sent)).status).toBe(413)
    expect(await isArchived()).toBe(false)
  })

  it('reads a body up to its limit, and not one character more', async () => {
    const padded = (length: number): string => '{"archived":true}'.padEnd(length)
    expect((await patch({ body: padded(1_000) })).statusCode).toBe(200)
    expect(answerOf(await patch({ body: padded(1_001) }))).toEqual([413, 'too-much-content'])
  })

  it('says which of the two it does not know', async () => {
    expect(answerOf(await patch({ path: 'nobody' }))).toEqual([404, 'run-not-found'])
    const elsewhere = await server.app.inject({
      method: 'PATCH',
      url: `/api/v1/experiments/nowhere/runs/${runId}`,
      headers: { host: 'localhost:4870', ...json },
      payload: '{"archived":true}',
    })
    expect(answerOf(elsewhere)).toEqual([404, 'experiment-not-found'])
  })

  it('answers no question whether another origin may', async () => {
    const answer = await server.app.inject({
      method: 'OPTIONS',
      url: `/api/v1/experiments/${server.experimentId}/runs/${runId}`,
      headers: { host: 'localhost:4870', 'access-control-request-method': 'PATCH' },
    })
    expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'PATCH'])
    expect(answer.headers).not.toHaveProperty('access-control-allow-methods')
  })
})
