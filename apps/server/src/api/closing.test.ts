import { once } from 'node:events'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'
import type { MetricStore } from '../store/metricStore.ts'
import type { ServerOptions } from './buildServer.ts'
import { openTestServer, type TestServer } from './testing.ts'

interface SlowServer extends TestServer {
  readonly waiting: () => number
  readonly go: () => void
}

/** A server whose store lists its experiments when it is told to. */
async function openSlowServer(options: Partial<ServerOptions>): Promise<SlowServer> {
  const gates: (() => void)[] = []
  const real = openSqliteStore(':memory:')
  const store: MetricStore = {
    ...real,
    listExperiments: async () => {
      await new Promise<void>((open) => gates.push(open))
      return real.listExperiments()
    },
  }
  const server = await openTestServer(null, { store, ...options })
  const go = (): void => gates.splice(0).forEach((open) => open())
  return { ...server, waiting: () => gates.length, go }
}

describe('closing the server', () => {
  it('lets what is being answered finish', async () => {
    const server = await openSlowServer({ closeTimeoutMs: 60_000 })
    const url = await server.listen()
    const answer = fetch(`${url}/api/v1/experiments`)
    await vi.waitFor(() => expect(server.waiting()).toBe(1))
    const closed = server.close()
    server.go()
    expect((await answer).status).toBe(200)
    await closed
    await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed')
  })

  it('refuses what is asked meanwhile on a connection that is open', async () => {
    const server = await openTestServer()
    const { host, hostname, port } = new URL(await server.listen())
    const socket = connect(Number(port), hostname)
    let text = ''
    socket.setEncoding('utf8').on('data', (piece: string) => (text += piece))
    socket.write('GET /metrics HTTP/1.1\r\n')
    const sockets = server.app.server
    const countOf = promisify(sockets.getConnections.bind(sockets))
    await vi.waitFor(async () => expect(await countOf()).toBe(1))
    const closed = server.close()
    await vi.waitFor(() => expect(sockets.listening).toBe(false))
    socket.write(`Host: ${host}\r\n\r\n`)
    await once(socket, 'close')
    await closed
    expect(text).toMatch(/^HTTP\/1\.1 503 /)
    expect(text).toMatch(/\r\nretry-after: 5\r\n/)
    expect(text).toContain('"code":"closing"')
  })

  it('cuts off what takes too long', async () => {
    const server = await openSlowServer({ closeTimeoutMs: 50 })
    const url = await server.listen()
    const answer = fetch(`${url}/api/v1/experiments`)
    await vi.waitFor(() => expect(server.waiting()).toBe(1))
    const closed = server.app.close()
    await expect(answer).rejects.toThrow('fetch failed')
    await closed
    server.go()
    await server.store.close()
  })

  it('keeps what was acknowledged, and reads the last of a log that was sent', async () => {
    const server = await openTestServer()
    const runId = await server.save({ id: 'a', status: 'running' })
    const logs = `/api/v1/experiments/${server.experimentId}/runs/${runId}/logs`
    const sent = server.send('POST', logs, { offset: 0, text: "{'loss': 1.5, 'step': 1}\n" })
    await sent
    await server.app.close()
    const [series] = await server.store.readSeries(runId)
    expect([...(series?.series.values ?? [])]).toEqual([1.5])
    await server.store.close()
  })
})

describe('an answer that takes too long', () => {
  it('is given up with a problem, and the server goes on', async () => {
    const server = await openSlowServer({ answerTimeoutMs: 50 })
    const answer = await server.get('/api/v1/experiments')
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'timed-out'])
    expect((await server.get('/api/v1/openapi.json')).statusCode).toBe(200)
    server.go()
    await server.close()
  })
})
