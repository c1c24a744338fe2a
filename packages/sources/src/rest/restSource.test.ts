import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { memorySource } from '../memory/memorySource.ts'
import type { RunSource } from '../source.ts'
import { sendJson, sendProblem, startRestServer, startServer } from '../testdata/restServer.ts'
import type { TestServer } from '../testdata/restServer.ts'
import { describeSource } from '../testing/index.ts'
import { restSource } from './restSource.ts'

const points = [4, NaN, 2, -Infinity, 0.5].map((value, i) => ({ step: i * 5, value }))
const experiment = (id: string, count: number): RunSource =>
  memorySource({
    id,
    runs: Array.from({ length: count }, (_, i) => ({
      id: `${id}/${i}`,
      name: `${id} Run ${i}`,
      status: i === 0 ? 'running' : 'completed',
      series: { 'train/loss': points, 'eval/loss': points.slice(1) },
    })),
  })

const experiments = [experiment('first', 3), experiment('empty', 0), experiment('second', 2)]

describeSource('restSource over all experiments', async () => {
  const { baseUrl, close } = await startRestServer(experiments)
  return { source: restSource({ baseUrl }), metric: 'train/loss', close }
})

describeSource('restSource over one experiment', async () => {
  const { baseUrl, close } = await startRestServer(experiments)
  const source = restSource({ baseUrl: `${baseUrl}/`, experimentId: 'first' })
  return { source, metric: 'eval/loss', close }
})

let server: TestServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

type Answer = (request: IncomingMessage, response: ServerResponse) => void

async function sourceThatGets(answer: Answer): Promise<RunSource> {
  server = await startServer(answer)
  return restSource({ baseUrl: server.baseUrl, experimentId: 'e' })
}

const read = (source: RunSource): ReturnType<RunSource['readSeries']> =>
  source.readSeries([{ runId: 'r', metric: 'loss' }])

describe('restSource', () => {
  it('reads all metrics of a run with one request, non-finite values included', async () => {
    server = await startRestServer(experiments)
    const source = restSource({ baseUrl: server.baseUrl, experimentId: 'first' })
    const results = await source.readSeries([
      { runId: 'first/1', metric: 'train/loss' },
      { runId: 'first/1', metric: 'eval/loss' },
    ])
    expect(results.map((result) => [...(result.series?.values ?? [])])).toEqual([
      [4, NaN, 2, -Infinity, 0.5],
      [NaN, 2, -Infinity, 0.5],
    ])
    expect(server.requests).toHaveLength(1)
  })

  it('finds the experiment of a run that it never listed', async () => {
    server = await startRestServer(experiments)
    const source = restSource({ baseUrl: server.baseUrl })
    const [result] = await source.readSeries([{ runId: 'second/1', metric: 'train/loss' }])
    expect(result?.series?.values).toHaveLength(5)
  })

  it('counts the runs of all experiments where one page holds them', async () => {
    server = await startRestServer(experiments)
    const page = await restSource({ baseUrl: server.baseUrl }).listRuns({ limit: 50 })
    expect([page.runs.length, page.total, page.nextCursor]).toEqual([5, 5, null])
  })

  it('archives runs of several experiments, also those it never listed', async () => {
    server = await startRestServer(experiments)
    const source = restSource({ baseUrl: server.baseUrl })
    await source.setArchived?.(['first/1', 'second/0'], true)
    const left = await source.listRuns({ limit: 50 })
    await source.setArchived?.(['first/1', 'second/0'], false)
    const all = await source.listRuns({ limit: 50 })
    expect(left.runs.map((run) => run.id)).toEqual(['first/0', 'first/2', 'second/1'])
    expect(all.runs).toHaveLength(5)
  })

  it('changes nothing where one of the runs is unknown', async () => {
    server = await startRestServer(experiments)
    const source = restSource({ baseUrl: server.baseUrl })
    const answer = source.setArchived?.(['first/1', 'nobody'], true)
    await expect(answer).rejects.toMatchObject({ code: 'not-found' })
    expect(server.requests.map(({ method }) => method)).not.toContain('PATCH')
  })

  it('sends a change as JSON with the headers, and says why it was refused', async () => {
    server = await startServer((_, response) => sendProblem(response, 405, 'method-not-allowed'))
    const source = restSource({
      baseUrl: server.baseUrl,
      experimentId: 'e',
      headers: () => ({ authorization: 'Bearer secret' }),
    })
    const error: unknown = await source.setArchived?.(['../a b'], true).catch((why: unknown) => why)
    expect(error).toMatchObject({ code: 'source-failed' })
    expect(String(error)).toContain('405')
    expect(String(error)).not.toContain('secret')
    const [sent] = server.requests
    expect(sent?.url).toBe('/api/v1/experiments/e/runs/..%2Fa%20b')
    expect(sent?.headers).toMatchObject({
      'content-type': 'application/json',
      authorization: 'Bearer secret',
    })
  })

  it('asks for headers anew each time, and lets them stand in no message', async () => {
    let token = 0
    server = await startServer((_, response) => sendProblem(response, 401, 'no-token'))
    const source = restSource({
      baseUrl: server.baseUrl,
      experimentId: 'e',
      headers: () => ({ authorization: `Bearer secret${token++}` }),
    })
    const ask = (): Promise<string> => source.listRuns({}).then(() => 'listed', String)
    const errors = [await ask(), await ask()]
    const sent = server.requests.map((request) => request.headers.authorization)
    expect(sent).toEqual(['Bearer secret0', 'Bearer secret1'])
    expect(errors.join()).toContain('401')
    expect(errors.join()).not.toContain('secret')
  })

  it('says that a header is wrong without saying what is in it', async () => {
    const headers = () => ({ authorization: 'secret\nx: y' })
    const source = restSource({ baseUrl: 'http://127.0.0.1:1', experimentId: 'e', headers })
    const error: unknown = await source.listRuns({}).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'bad-option' })
    expect(error).not.toHaveProperty('cause')
    expect(String(error)).not.toContain('secret')
  })

  it.each<[string, Answer]>([
    ['an HTML page', (_, response) => void response.writeHead(502).end('<html>Bad gateway')],
    ['an HTML page that says 404', (_, response) => void response.writeHead(404).end('<html>')],
    ['HTML that says 200', (_, response) => void response.writeHead(200).end('<!doctype html>')],
    ['nothing', (_, response) => void response.writeHead(200).end()],
    ['a bare list', (_, response) => sendJson(response, 200, [])],
    ['null', (_, response) => sendJson(response, 200, null)],
    ['no list', (_, response) => sendJson(response, 200, { runs: 3, metrics: 'x' })],
    ['a problem', (_, response) => sendProblem(response, 503, 'overloaded')],
    ['a reset', (request) => void request.socket.destroy()],
    [
      'half of a body',
      (request, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('{"runs": [')
        setTimeout(() => request.socket.destroy(), 5)
      },
    ],
    ['a redirect', (_, response) => void response.writeHead(302, { location: '/' }).end()],
  ])('fails as every source does when it gets %s', async (_, answer) => {
    const source = await sourceThatGets(answer)
    await expect(source.listRuns({})).rejects.toMatchObject({ code: 'source-failed' })
    expect((await read(source))[0]?.error).toMatchObject({ code: 'source-failed' })
  })

  it.each<[string, unknown]>([
    ['steps that are text', { metric: 'loss', steps: ['1'], values: [1] }],
    ['steps that go back', { metric: 'loss', steps: [2, 1], values: [1, 1] }],
    ['columns that are not equally long', { metric: 'loss', steps: [1, 2], values: [1] }],
    ['no values', { metric: 'loss', steps: [1, 2] }],
    ['no metric', { steps: [], values: [] }],
    ['epochs that are no list', { metric: 'loss', steps: [1], values: [1], epochs: 'x' }],
  ])('takes a series with %s for a failure, and does not draw it', async (_, series) => {
    const source = await sourceThatGets((__, response) =>
      sendJson(response, 200, { run_id: 'r', metrics: [series] }),
    )
    expect((await read(source))[0]?.error).toMatchObject({ code: 'source-failed' })
  })

  it('takes points of which the server does not say what they are for a sample', async () => {
    const series = { metric: 'loss', steps: [1, 2], values: ['NaN', null] }
    const source = await sourceThatGets((_, response) =>
      sendJson(response, 200, { run_id: 'r', metrics: [series] }),
    )
    expect((await read(source))[0]?.series).toMatchObject({ basis: 'sampled', total: null })
  })

  it('shows the runs of a page that holds one without an id', async () => {
    const source = await sourceThatGets((_, response) =>
      sendJson(response, 200, { runs: [{ name: 'x' }, { id: 'b' }, null], next_cursor: null }),
    )
    const page = await source.listRuns({})
    expect(page.runs.map((run) => run.id)).toEqual(['b'])
    expect(page.notices).toMatchObject([{ code: 'bad-run', count: 1 }])
  })

  it('ends a list whose cursor leads back to itself', async () => {
    const source = await sourceThatGets((_, response) =>
      sendJson(response, 200, { runs: [{ id: 'a' }], next_cursor: 'again', total: 9 }),
    )
    const first = await source.listRuns({ limit: 1 })
    const second = await source.listRuns({ limit: 1, cursor: first.nextCursor })
    expect(second.nextCursor).toBeNull()
    expect(second.notices).toMatchObject([{ code: 'cursor-repeats' }])
  })

  it('ends the request when it is called off', async () => {
    let isClosed = false
    let arrive = (): void => {}
    const asked = new Promise<void>((resolve) => (arrive = resolve))
    const source = await sourceThatGets((request) => {
      request.on('close', () => (isClosed = true))
      arrive()
    })
    const controller = new AbortController()
    const list = source.listRuns({}, { signal: controller.signal })
    await asked
    controller.abort(new Error('called off'))
    await expect(list).rejects.toThrow('called off')
    await expect.poll(() => isClosed).toBe(true)
  })

  it('asks in turn for more ids and metrics than fit into one URL', async () => {
    const many = memorySource({
      id: 'many',
      runs: Array.from({ length: 300 }, (_, i) => ({
        id: `${i}-${'é'.repeat(50)}`,
        series: { [`metric ${i} ${'x'.repeat(90)}`]: points },
      })),
    })
    server = await startRestServer([many])
    const source = restSource({ baseUrl: server.baseUrl })
    const ids = (await many.listRuns({})).runs.map((run) => run.id)
    const page = await source.listRuns({ ids, limit: 1000 })
    expect(page.runs.map((run) => run.id)).toEqual(ids)
    expect([page.total, page.nextCursor]).toEqual([300, null])
    const metrics = Array.from({ length: 300 }, (_, i) => `metric ${i} ${'x'.repeat(90)}`)
    const results = await source.readSeries(
      metrics.map((metric) => ({ runId: ids[7] ?? '', metric })),
    )
    expect(results.map((result) => result.series?.steps.length ?? -1)).toEqual(
      metrics.map((_, i) => (i === 7 ? points.length : 0)),
    )
    expect(Math.max(...server.requests.map((request) => request.url?.length ?? 0))).toBeLessThan(
      7000,
    )
  })

  it('sends no id that a URL would take for a folder', async () => {
    const source = await sourceThatGets((_, response) => sendJson(response, 200, { metrics: [] }))
    const results = await source.readSeries(
      ['.', '..', ''].map((runId) => ({ runId, metric: 'x' })),
    )
    expect(results.map((result) => result.error?.code)).toEqual(Array(3).fill('not-found'))
    for (const id of ['.', '..', '', '\ud800']) {
      const change = source.setArchived?.([id], true)
      await expect(change).rejects.toMatchObject({ code: 'not-found' })
    }
    expect(server?.requests).toHaveLength(0)
  })
})
