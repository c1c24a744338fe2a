import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { seriesFromJson, type SeriesJson } from '@runoff/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { frameOf } from './eventStream.ts'
import { streamAccess } from './routeAccess.ts'
import { openStream, type StreamClient } from './streamTesting.ts'
import { openTestServer, seriesOf, type TestServer } from './testing.ts'

let server: TestServer
let url: string
let runId: string
const clients: StreamClient[] = []
beforeEach(async () => {
  server = await openTestServer(null, { heartbeatMs: 20, patienceMs: 300 })
  runId = await server.save({ id: 'a', status: 'running' }, { 'eval/loss': seriesOf([9]) })
  url = await server.listen()
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await server.close()
})

const runs = (): string => `/api/v1/experiments/${server.experimentId}/runs`

async function listen(path: string, lastId?: string): Promise<StreamClient> {
  const headers = lastId === undefined ? {} : { 'last-event-id': lastId }
  const client = await openStream(`${url}${path}`, headers)
  clients.push(client)
  return client
}

const append = (steps: readonly number[], values: readonly unknown[], metric = 'loss') =>
  server.send('POST', `${runs()}/${runId}/metrics`, { metrics: [{ metric, steps, values }] })

const named = (client: StreamClient, event: string): readonly unknown[] =>
  client.events.filter((one) => one.event === event).map((one) => JSON.parse(one.data))

const lastIdOf = (client: StreamClient): string => client.events.at(-1)?.id ?? ''

/** The points that came, by step, the later in the place of the earlier. */
function pointsOf(client: StreamClient, metric = 'loss'): readonly (readonly [number, number])[] {
  const points = new Map<number, number>()
  for (const event of named(client, 'points')) {
    const { metrics } = event as {
      readonly metrics: readonly (SeriesJson & { readonly metric: string })[]
    }
    for (const json of metrics.filter((one) => one.metric === metric)) {
      const { steps, values } = seriesFromJson({ ...json, stepUnit: 'step' })
      steps.forEach((step, i) => points.set(step, values[i] ?? NaN))
    }
  }
  return [...points].toSorted(([a], [b]) => a - b)
}

describe('GET …/runs/{run_id}/metrics/stream', () => {
  it('gives the points themselves as they come, and no others', async () => {
    const client = await listen(`${runs()}/${runId}/metrics/stream`)
    await vi.waitFor(() => expect(client.events).toMatchObject([{ event: 'open' }]))
    await append([1, 2], [0.5, 'NaN'])
    await vi.waitFor(() =>
      expect(pointsOf(client)).toEqual([
        [1, 0.5],
        [2, NaN],
      ]),
    )
    await append([3], [0.25])
    await vi.waitFor(() => expect(pointsOf(client)).toHaveLength(3))
    expect(pointsOf(client, 'eval/loss')).toEqual([])
    const last = named(client, 'run').at(-1)
    expect(last).toMatchObject({ run: { id: runId, metrics: { loss: { last: 0.25, count: 3 } } } })
  })

  it('gives only the metrics that were asked for', async () => {
    const client = await listen(`${runs()}/${runId}/metrics/stream?metric_type=b`)
    await vi.waitFor(() => expect(client.events).toHaveLength(1))
    await append([1], [1], 'a')
    await append([1], [2], 'b')
    await vi.waitFor(() => expect(pointsOf(client, 'b')).toEqual([[1, 2]]))
    expect(pointsOf(client, 'a')).toEqual([])
  })

  it('goes on where it was left, with what came while nobody listened', async () => {
    const path = `${runs()}/${runId}/metrics/stream`
    const first = await listen(path)
    await vi.waitFor(() => expect(first.events).toHaveLength(1))
    await append([1], [1])
    await vi.waitFor(() => expect(pointsOf(first)).toEqual([[1, 1]]))
    first.close()
    await append([2, 3], [2, 3])
    const second = await listen(path, lastIdOf(first))
    await vi.waitFor(() =>
      expect(pointsOf(second)).toEqual([
        [2, 2],
        [3, 3],
      ]),
    )
    expect(named(second, 'gap')).toEqual([])
  })

  it('breaks no frame, whatever a metric is called', async () => {
    const metric = 'a\r\ndata: x\n\nevent: run\rid: 7\u2028'
    const client = await listen(`${runs()}/${runId}/metrics/stream`)
    await vi.waitFor(() => expect(client.events).toHaveLength(1))
    await append([1], [1], metric)
    await vi.waitFor(() => expect(pointsOf(client, metric)).toEqual([[1, 1]]))
    expect(client.events.map(({ event }) => event)).toEqual(['open', 'points', 'run'])
    const frame = frameOf({ id: 1, event: 'points', data: { metric } })
    expect(frame.match(/[\r\n]/g)).toEqual(['\n', '\n', '\n', '\n'])
  })

  it('tells a run that changes without points', async () => {
    const client = await listen(`${runs()}/${runId}/metrics/stream`)
    await vi.waitFor(() => expect(client.events).toHaveLength(1))
    await server.send('PATCH', `${runs()}/${runId}`, { status: 'completed' })
    await vi.waitFor(() =>
      expect(named(client, 'run')).toMatchObject([{ run: { status: 'completed' } }]),
    )
    expect(named(client, 'points')).toEqual([])
  })

  it('says what is not there', async () => {
    const answer = await server.get(`${runs()}/nobody/metrics/stream`)
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'run-not-found'])
  })
})

describe('GET …/experiments/{experiment_id}/stream', () => {
  it('says which runs of the experiment change, and by which metrics', async () => {
    const other = await server.store.createExperiment('other')
    const one = await listen(`/api/v1/experiments/${server.experimentId}/stream`)
    const all = await listen('/api/v1/stream')
    await vi.waitFor(() =>
      expect([one.events, all.events]).toMatchObject([{ length: 1 }, { length: 1 }]),
    )
    await server.send('POST', `/api/v1/experiments/${other.id}/runs`, { name: 'b' })
    await append([1, 2], [1, 2])
    const own = { experiment_id: server.experimentId, run_id: runId }
    const change = { ...own, metrics: [{ metric: 'loss', from: 1, to: 2 }] }
    await vi.waitFor(() => expect(named(one, 'change')).toEqual([change]))
    await vi.waitFor(() => expect(named(all, 'change')).toHaveLength(2))
    expect(named(all, 'change')[0]).toMatchObject({ experiment_id: other.id, metrics: [] })
  })

  it('sees what another process writes to the same store', async () => {
    const client = await listen(`/api/v1/experiments/${server.experimentId}/stream`)
    await vi.waitFor(() => expect(client.events).toHaveLength(1))
    await server.store.updateRun(runId, { status: 'failed' })
    await vi.waitFor(() => expect(named(client, 'change')).toMatchObject([{ run_id: runId }]))
  })

  it.each(['9007199254740991', '100000', '-1', 'x', '1e99', '<script>'])(
    'declares a gap to a client that comes from "%s", and goes on from here',
    async (lastId) => {
      const client = await listen(`/api/v1/experiments/${server.experimentId}/stream`, lastId)
      await vi.waitFor(() => expect(named(client, 'gap')).toEqual([{}]))
      await append([1], [1])
      await vi.waitFor(() => expect(named(client, 'change')).toHaveLength(1))
    },
  )

  it('is no answer to HEAD, and none where there is no experiment', async () => {
    const path = `/api/v1/experiments/${server.experimentId}/stream`
    const headers = { host: 'localhost:4870' }
    const asked = await server.app.inject({
      method: 'HEAD',
      url: path,
      headers: { ...headers, host: new URL(url).host },
    })
    expect([asked.statusCode, asked.body]).toEqual([200, ''])
    expect((await fetch(`${url}/api/v1/experiments/x/stream`)).status).toBe(404)
  })
})

describe('streams', () => {
  it('are so many and no more, and free again when their clients leave', async () => {
    const { inFlight } = streamAccess.limits
    const many = Array.from({ length: inFlight }, () => listen('/api/v1/stream'))
    const open = await Promise.all(many)
    expect(open.map(({ status }) => status)).toEqual(Array(inFlight).fill(200))
    const refused = await fetch(`${url}/api/v1/stream`)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    expect(await (await fetch(`${url}/metrics`)).text()).toContain(
      `runoff_stream_clients ${inFlight}\n`,
    )
    for (const client of open) client.close()
    await vi.waitFor(async () => expect((await listen('/api/v1/stream')).status).toBe(200))
  })

  it('end when the server closes, and keep it from closing no longer', async () => {
    const client = await listen('/api/v1/stream')
    await vi.waitFor(() => expect(client.events).toHaveLength(1))
    await server.app.close()
    await client.ended
    expect(server.failures).toEqual([])
  })

  it('cut off a client that takes nothing, which may come again', async () => {
    const { host, hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    const gone = new Promise<void>((resolve) => socket.on('close', () => resolve()))
    socket.on('error', () => undefined)
    socket.pause()
    const path = `${runs()}/${runId}/metrics/stream`
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nLast-Event-ID: 0\r\n\r\n`)
    const clientsNow = async (): Promise<string | undefined> =>
      /runoff_stream_clients (\d+)/.exec(await (await fetch(`${url}/metrics`)).text())?.[1]
    await vi.waitFor(async () => expect(await clientsNow()).toBe('1'), 5000)
    // More than the buffers of both ends hold, however large this machine makes them.
    const long = seriesOf(Array.from({ length: 90_000 }, (_, i) => i / 7))
    let count = 0
    while (count < 60 && (await clientsNow()) === '1') {
      await server.store.appendPoints(runId, new Map([[`metric ${count++}`, long]]))
      await setTimeout(50)
    }
    expect(await clientsNow()).toBe('0')
    socket.destroy()
    await gone
    expect(server.failures).toEqual([])
  }, 20_000)

  it('say that they are there while nothing happens', async () => {
    const answer = await fetch(`${url}/api/v1/stream`)
    const reader = answer.body?.getReader()
    const decoder = new TextDecoder()
    let text = ''
    while (!text.includes('\n:\n')) text += decoder.decode((await reader?.read())?.value)
    expect(text).toMatch(/^retry: \d+\n\nid: \d+\nevent: open\ndata: \{\}\n\n:\n\n/)
    await reader?.cancel()
  })
})
