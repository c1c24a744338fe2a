import { restSource } from '@runoff/sources/rest'
import type { RunEvent, RunSource } from '@runoff/sources'
import { describeSource } from '@runoff/sources/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestServer, seriesOf, type TestServer } from './testing.ts'

const token = 'the-token-of-this-test'
const headers = () => ({ authorization: `Bearer ${token}` })

async function openFilledServer(): Promise<TestServer> {
  const server = await openTestServer(null, { token })
  const loss = seriesOf(Array.from({ length: 300 }, (_, i) => 3 / (i + 1)))
  const last = {
    last: 0.01,
    lastStep: 299,
    min: 0.01,
    minStep: 299,
    max: 3,
    maxStep: 0,
    count: 300,
  }
  const metrics = { 'train/loss': { ...last, basis: 'full' as const } }
  await server.save(
    { id: 'a', name: 'lr 1e-3', status: 'completed', metrics },
    { 'train/loss': loss },
  )
  await server.save(
    { id: 'b', name: 'ÜBUNG', status: 'running' },
    { 'train/loss': seriesOf([NaN]) },
  )
  await server.save({ id: 'c', name: '../c', status: 'failed' })
  await server.save({ id: 'd', name: 'old', archived: true })
  return server
}

describeSource('restSource over a server that listens', async () => {
  const server = await openFilledServer()
  const source = restSource({ baseUrl: await server.listen(), headers })
  return { source, metric: 'train/loss', close: server.close }
})

describeSource('restSource over one experiment of a server that listens', async () => {
  const server = await openFilledServer()
  const { experimentId } = server
  const source = restSource({ baseUrl: await server.listen(), experimentId, headers })
  return { source, metric: 'train/loss', close: server.close }
})

describe('restSource over a server that listens', () => {
  let server: TestServer
  let source: RunSource
  const paths: string[] = []
  beforeEach(async () => {
    paths.length = 0
    server = await openFilledServer()
    const ask: typeof fetch = (input, init) => {
      const request = new Request(input, init)
      paths.push(new URL(request.url).pathname)
      return fetch(request)
    }
    source = restSource({ baseUrl: await server.listen(), headers, fetch: ask })
  })
  afterEach(() => server.close())

  it('reads the series of many runs with one request, each with its own answer', async () => {
    const { runs } = await source.listRuns({})
    const ids = [...runs.map(({ id }) => id), 'nobody']
    paths.length = 0
    const results = await source.readSeries(
      ids.map((runId) => ({ runId, metric: 'train/loss', maxPoints: 500 })),
    )
    expect(paths).toEqual(['/api/v1/metrics:batchGet'])
    expect(results.map(({ series, error }) => series?.steps.length ?? error?.code)).toEqual([
      0,
      1,
      300,
      'not-found',
    ])
  })

  it('asks for each run by itself where all of its points are wanted', async () => {
    const { runs } = await source.listRuns({})
    paths.length = 0
    await source.readSeries(runs.map(({ id: runId }) => ({ runId, metric: 'train/loss' })))
    expect(paths).toHaveLength(runs.length)
    expect(paths.filter((path) => path.includes('batchGet'))).toEqual([])
  })

  it('hears of points, of changed runs and of new ones, with the token', async () => {
    const [run] = (await source.listRuns({})).runs
    const runId = run?.id ?? ''
    const events: RunEvent[] = []
    const stop = source.watch?.({}, (event) => events.push(event))
    await vi.waitFor(() => expect(events).toEqual([{ kind: 'runs-changed', runIds: [] }]))
    await server.store.appendPoints(runId, new Map([['eval/loss', seriesOf([1, 2])]]))
    const points = { kind: 'points', runId, metric: 'eval/loss' }
    await vi.waitFor(() => expect(events).toContainEqual(points))
    await source.setArchived?.([runId], true)
    await vi.waitFor(() => expect(events).toContainEqual({ kind: 'runs-changed', runIds: [runId] }))
    const made = await server.save({ id: 'new', name: 'new' })
    await vi.waitFor(() => expect(JSON.stringify(events)).toContain(made))
    stop?.()
    expect(paths.filter((path) => path === '/api/v1/stream')).toHaveLength(1)
  })

  it('says that a token is wrong', async () => {
    const { address, port } = server.app.server.address() as { address: string; port: number }
    const stranger = restSource({
      baseUrl: `http://${address}:${port}`,
      headers: () => ({ authorization: 'Bearer wrong' }),
    })
    const failure = stranger.listRuns({})
    await expect(failure).rejects.toMatchObject({ code: 'source-failed' })
    await expect(failure).rejects.toThrow('401: This server wants its token')
  })
})
