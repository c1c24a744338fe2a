import type { AddressInfo } from 'node:net'
import type { LightMyRequestResponse } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { longestKey, longestName, longestValue } from './limits.ts'
import { openTestServer, type TestServer } from './testing.ts'

let server: TestServer
let runId: string
const uuid = '0189d2a4-0000-7000-8000-0123456789ab'
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
    '{"archived":true,"nme":"x"}',
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
      expect(answer.json().detail).toBe('"archived" must be boolean.')
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
    const body = new Blob([' '.repeat(2_000_000), '{"archived":true}']).stream()
    const sent = { method: 'PATCH', headers: json, body, duplex: 'half' }
    expect((await fetch(url, sent)).status).toBe(413)
    expect(await isArchived()).toBe(false)
  })

  it('reads a body up to its limit, and not one character more', async () => {
    const padded = (length: number): string => '{"archived":true}'.padEnd(length)
    expect((await patch({ body: padded(1_000_000) })).statusCode).toBe(200)
    expect(answerOf(await patch({ body: padded(1_000_001) }))).toEqual([413, 'too-much-content'])
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
    expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'GET, HEAD, PATCH'])
    expect(answer.headers).not.toHaveProperty('access-control-allow-methods')
  })
})

describe('PATCH …/runs/{run_id}, while a run is recorded', () => {
  const change = (body: unknown): Promise<LightMyRequestResponse> =>
    server.send('PATCH', `/api/v1/experiments/${server.experimentId}/runs/${runId}`, body)

  it('changes what is named, adds parameters and tags, and leaves the rest', async () => {
    await change({ status: 'running', params: { lr: 1e-3, lora: { r: 8 } }, tags: { by: 'me' } })
    const answer = await change({
      params: { lr: 2e-3 },
      tags: { night: true },
      step: 7,
      total_steps: 10,
      started_at: '2026-01-02T03:04:05Z',
      ended_at: 1_767_323_046_000,
      best: { step: 5, checkpoint_path: 'out/5' },
      seed: 3,
      summary: { 'eval/loss': 0.25, 'eval/none': 'NaN' },
    })
    expect(answer.json()).toMatchObject({
      run: {
        name: 'lr-3e-4',
        status: 'running',
        params: { lr: 2e-3, 'lora.r': 8 },
        tags: { by: 'me', night: 'true' },
        step: 7,
        totalSteps: 10,
        startedAtMs: Date.UTC(2026, 0, 2, 3, 4, 5),
        endedAtMs: 1_767_323_046_000,
        best: { step: 5, epoch: null, checkpointPath: 'out/5' },
        seed: '3',
        metrics: {
          'eval/loss': { last: 0.25, basis: 'summary' },
          'eval/none': { last: 'NaN', basis: 'summary' },
        },
      },
    })
  })

  it('takes back what is no longer known', async () => {
    await change({ ended_at: 5, model: 'llama' })
    const { run } = (await change({ ended_at: null, model: null })).json()
    expect([run.endedAtMs, run.model]).toEqual([null, null])
  })

  it.each([
    [{}, 'What was sent must NOT have fewer than 1 properties.'],
    [{ status: 'won' }, '"status" must be equal to one of the allowed values: queued,'],
    [{ started_at: 'yesterday' }, '"started_at" must be ISO 8601 text or Unix milliseconds.'],
    [{ step: '7' }, '"step" must be number,null.'],
    [{ name: '' }, '"name" must NOT have fewer than 1 characters.'],
    [{ tags: { a: null } }, '"tags.a" must be string,number,boolean.'],
    [{ best: { path: 'x' } }, '"best" must not have a member "path".'],
  ])('refuses %j with a sentence', async (body, sentence) => {
    const answer = await change(body)
    expect(answerOf(answer)).toEqual([400, 'bad-option'])
    expect(answer.json().detail).toContain(sentence)
  })

  it.each([
    ['a name', longestName, (n: number) => ({ name: 'x'.repeat(n) })],
    ['a seed', longestName, (n: number) => ({ seed: 'x'.repeat(n) })],
    ['the name of a parameter', longestKey, (n: number) => ({ params: { ['x'.repeat(n)]: 1 } })],
    [
      'the path of a parameter',
      longestKey,
      (n: number) => ({ params: { a: { ['x'.repeat(n - 2)]: 1 } } }),
    ],
    ['a parameter', longestValue, (n: number) => ({ params: { x: 'x'.repeat(n) } })],
    ['a list', longestValue, (n: number) => ({ params: { x: ['x'.repeat(n - 4)] } })],
    ['the name of a tag', longestKey, (n: number) => ({ tags: { ['x'.repeat(n)]: 'y' } })],
    ['a tag', longestValue, (n: number) => ({ tags: { x: 'x'.repeat(n) } })],
    ['the name of a metric', longestKey, (n: number) => ({ summary: { ['x'.repeat(n)]: 1 } })],
    ['a checkpoint', longestValue, (n: number) => ({ best: { checkpoint_path: 'x'.repeat(n) } })],
  ])('takes %s up to %i characters', async (_name, limit, bodyOf) => {
    const statuses = [limit - 1, limit, limit + 1, 10 * limit].map(
      async (length) => (await change(bodyOf(length))).statusCode,
    )
    expect(await Promise.all(statuses)).toEqual([200, 200, 400, 400])
  })

  it('takes no more parameters by nesting them than beside each other', async () => {
    const some = (count: number): object =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]))
    expect((await change({ params: { a: some(999), b: 1 } })).statusCode).toBe(200)
    const answer = await change({ params: { a: some(1000), b: 1 } })
    expect(answer.json()).toMatchObject({
      code: 'bad-option',
      detail: '"params" must NOT have more than 1000 entries, nested ones counted.',
    })
  })

  it('takes a config that is nested as deep as a body can hold', async () => {
    const depth = 100_000
    const nested = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
    const answer = await patch({ body: `{"params":${nested}}` })
    expect([200, 400]).toContain(answer.statusCode)
    expect(server.failures).toEqual([])
  })
})

describe('POST …/runs', () => {
  const create = (body: unknown, experimentId = server.experimentId) =>
    server.send('POST', `/api/v1/experiments/${experimentId}/runs`, body)

  it('makes a run under an id of its own', async () => {
    const answer = await create({ name: '../x', status: 'running', params: { lr: 1 }, seed: 1 })
    expect(answer.statusCode).toBe(201)
    const { run } = answer.json()
    expect(run).toMatchObject({ name: '../x', status: 'running', params: { lr: 1 }, seed: '1' })
    expect(run.id).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/)
    const read = await server.get(`/api/v1/experiments/${server.experimentId}/runs/${run.id}`)
    expect(read.json()).toEqual({ run })
  })

  it('makes one run of an id, however often it is sent', async () => {
    const first = await create({ id: uuid, name: 'a' })
    const again = await create({ id: uuid, name: 'b' })
    expect([again.statusCode, again.json()]).toEqual([201, first.json()])
    const { runCount } = (await server.store.getExperiment(server.experimentId)) ?? {}
    expect(runCount).toBe(2)
  })

  it('gives no run of another experiment away', async () => {
    const other = await server.store.createExperiment('other')
    await create({ id: uuid, name: 'a' })
    expect(answerOf(await create({ id: uuid }, other.id))).toEqual([409, 'run-elsewhere'])
    expect(answerOf(await create({}, 'nowhere'))).toEqual([404, 'experiment-not-found'])
  })

  it.each(['a', '../../x', uuid.toUpperCase(), `${uuid}x`, ''])(
    'takes no "%s" for an id',
    async (id) => {
      expect(answerOf(await create({ id }))).toEqual([400, 'bad-option'])
    },
  )
})

describe('POST /api/v1/experiments', () => {
  const create = (name: unknown): Promise<LightMyRequestResponse> =>
    server.send('POST', '/api/v1/experiments', { name })

  it('makes an experiment once', async () => {
    const first = await create('week 47')
    const again = await create('week 47')
    expect(first.json().experiment).toMatchObject({ name: 'week 47', run_count: 0 })
    expect(again.json()).toEqual(first.json())
  })

  it('takes a name of one to 500 characters', async () => {
    const names = ['', 'x', 'x'.repeat(longestName), 'x'.repeat(longestName + 1), 7, null]
    const statuses = names.map(async (name) => (await create(name)).statusCode)
    expect(await Promise.all(statuses)).toEqual([400, 200, 200, 400, 400, 400])
  })
})
