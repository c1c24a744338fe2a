import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RunEvent } from '../source.ts'
import { startServer, type TestServer } from '../testdata/restServer.ts'
import { createExperiments } from './experiments.ts'
import type { RestList } from './listRuns.ts'
import { restSource } from './restSource.ts'
import type { StreamTiming } from './streamWait.ts'
import { createWatch } from './watchRuns.ts'

const servers: TestServer[] = []
const stops: (() => void)[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const stop of stops.splice(0)) stop()
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

async function serve(answer: Answer): Promise<TestServer> {
  const server = await startServer(answer)
  servers.push(server)
  return server
}

const quick: StreamTiming = { firstMs: 1, longestMs: 5, silenceMs: 10_000, random: () => 0.5 }

function listOf(baseUrl: string): RestList {
  const context = { baseUrl, fetch, headers: () => ({ authorization: 'Bearer secret' }) }
  return {
    context,
    experiments: createExperiments(context, 'e'),
    sourceId: 'rest',
    streamPath: '/stream',
    experimentId: 'e',
    live: new Set(),
    lacks: new Set(),
  }
}

/** Watches a server and gathers what is told. */
function watch(
  { baseUrl }: TestServer,
  { ids, timing = quick }: { ids?: readonly string[]; timing?: StreamTiming } = {},
): RunEvent[] {
  const events: RunEvent[] = []
  const start = createWatch(listOf(baseUrl), timing)
  stops.push(start(ids === undefined ? {} : { ids }, (event) => events.push(event)))
  return events
}

const frame = (id: number, event: string, data: unknown): string =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`

const change = (id: number, runId: string, ...metrics: readonly string[]): string =>
  frame(id, 'change', {
    experiment_id: 'e',
    run_id: runId,
    metrics: metrics.map((metric) => ({ metric, from: 1, to: 2 })),
  })

function begin(response: ServerResponse): ServerResponse {
  return response.writeHead(200, { 'content-type': 'text/event-stream' })
}

const anything = { kind: 'runs-changed', runIds: [] }

describe('the watch of restSource', () => {
  it('tells which runs change and by which metrics, and at first that any may have', async () => {
    const server = await serve((_, response) => {
      begin(response).write(frame(0, 'open', {}) + change(1, 'a', 'loss', 'lr') + change(2, 'b'))
    })
    const events = watch(server)
    await vi.waitFor(() =>
      expect(events).toEqual([
        anything,
        { kind: 'points', runId: 'a', metric: 'loss' },
        { kind: 'points', runId: 'a', metric: 'lr' },
        { kind: 'runs-changed', runIds: ['b'] },
      ]),
    )
    expect(server.requests[0]?.headers).toMatchObject({
      accept: 'text/event-stream',
      authorization: 'Bearer secret',
    })
    expect(server.requests[0]?.headers['last-event-id']).toBeUndefined()
  })

  it('tells nothing of runs that were not asked for', async () => {
    const server = await serve((_, response) => {
      begin(response).write(change(1, 'a', 'loss') + change(2, 'b', 'loss') + change(3, 'c'))
    })
    const events = watch(server, { ids: ['b'] })
    await vi.waitFor(() => expect(events).toHaveLength(2))
    expect(events).toEqual([
      { kind: 'runs-changed', runIds: ['b'] },
      { kind: 'points', runId: 'b', metric: 'loss' },
    ])
  })

  it('opens one stream for all who listen, and ends it with the last of them', async () => {
    const open = new Set<ServerResponse>()
    const server = await serve((_, response) => {
      open.add(response)
      response.on('close', () => open.delete(response))
      begin(response).write(frame(0, 'open', {}))
    })
    const source = restSource({ baseUrl: server.baseUrl })
    const told: RunEvent[] = []
    const stopOne = source.watch?.({}, (event) => told.push(event))
    const stopOther = source.watch?.({}, (event) => told.push(event))
    await vi.waitFor(() => expect(told).toEqual([anything, anything]))
    expect(server.requests.map(({ url }) => url)).toEqual(['/api/v1/stream'])
    stopOne?.()
    expect(open.size).toBe(1)
    stopOther?.()
    await vi.waitFor(() => expect(open.size).toBe(0))
  })

  it('comes again behind the last event that it got', async () => {
    const server = await serve((request, response) => {
      const after = Number(request.headers['last-event-id'] ?? 0)
      begin(response)
      response.end(after < 3 ? change(after + 1, `run ${after + 1}`) : '')
    })
    const events = watch(server)
    await vi.waitFor(() => expect(server.requests.length).toBeGreaterThan(4))
    expect(events).toEqual([
      anything,
      ...[1, 2, 3].map((i) => ({ kind: 'runs-changed', runIds: [`run ${i}`] })),
    ])
    const ids = server.requests.slice(0, 4).map(({ headers }) => headers['last-event-id'])
    expect(ids).toEqual([undefined, '1', '2', '3'])
  })

  it('takes a gap for a change of any run', async () => {
    const server = await serve((_, response) => {
      begin(response).write(change(1, 'a') + frame(9, 'gap', {}))
    })
    const events = watch(server)
    await vi.waitFor(() => expect(events).toHaveLength(3))
    expect(events[2]).toEqual(anything)
  })

  it('takes a stream that is silent for too long for dead', async () => {
    const server = await serve((_, response) => void begin(response).write(change(1, 'a')))
    watch(server, { timing: { ...quick, silenceMs: 30 } })
    await vi.waitFor(() => expect(server.requests.length).toBeGreaterThan(2))
  })

  it('has live runs read again while the server has no stream', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const server = await serve((request, response) => {
      if (request.url?.includes('/stream')) {
        response.writeHead(404).end('<html>')
        return
      }
      const runs = [
        { id: 'a', status: 'running' },
        { id: 'b', status: 'completed' },
      ]
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ runs, next_cursor: null, total: 2 }))
    })
    const source = restSource({ baseUrl: server.baseUrl, experimentId: 'e' })
    const events: RunEvent[] = []
    const others: RunEvent[] = []
    stops.push(source.watch?.({}, (event) => events.push(event)) ?? (() => undefined))
    stops.push(source.watch?.({ ids: ['b'] }, (event) => others.push(event)) ?? (() => undefined))
    await vi.waitFor(() => expect(server.requests).toHaveLength(1))
    vi.advanceTimersByTime(60_000)
    expect(events).toEqual([])
    await source.listRuns({})
    vi.advanceTimersByTime(5_000)
    expect(events).toEqual([{ kind: 'runs-changed', runIds: ['a'] }])
    expect(others).toEqual([])
    vi.useRealTimers()
  })

  it.each<[string, string]>([
    ['no JSON', 'id: 1\nevent: change\ndata: {\n\n'],
    ['no run', frame(1, 'change', {})],
    ['a number', frame(1, 'change', 7)],
    ['an event nobody knows', frame(1, 'other', {})],
    ['metrics without names', frame(1, 'change', { run_id: 'a', metrics: [null, {}, 3] })],
    ['words that are no event', 'hello\n\nworld: \n\n'],
  ])('goes on behind an event that is %s', async (_, odd) => {
    const server = await serve((__, response) => {
      begin(response).write(odd + change(2, 'b', 'loss'))
    })
    const events = watch(server)
    const last = { kind: 'points', runId: 'b', metric: 'loss' }
    await vi.waitFor(() => expect(events.at(-1)).toEqual(last))
  })

  it('does not hold more of an event than any has', async () => {
    const server = await serve((_, response) => {
      begin(response).write(change(1, 'a'))
      const piece = `data: ${'x'.repeat(1_000_000)}\n`
      for (let i = 0; i < 6; i++) response.write(piece)
    })
    const events = watch(server)
    await vi.waitFor(() => expect(server.requests.length).toBeGreaterThan(1), 5000)
    expect(events.length).toBeGreaterThan(0)
  })

  it('calls nothing back after it was stopped, and asks for nothing more', async () => {
    const server = await serve((_, response) => void begin(response).end(change(1, 'a')))
    const events = watch(server)
    await vi.waitFor(() => expect(events.length).toBeGreaterThan(1))
    stops.splice(0).forEach((stop) => stop())
    const [told, asked] = [events.length, server.requests.length]
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(events).toHaveLength(told)
    expect(server.requests.length).toBeLessThanOrEqual(asked + 1)
  })
})
