import { defineRun, defineSeries, type MetricSeries, type RunInput } from '@runoff/core'
import type { FastifyInstance, HTTPMethods, LightMyRequestResponse } from 'fastify'
import type { MetricStore } from '../store/metricStore.ts'
import { nameBasedId } from '../store/nameBasedId.ts'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'
import { buildServer, type ServerOptions } from './buildServer.ts'
import { describedAnswers } from './describedAnswers.ts'

type Headers = Readonly<Record<string, string>>

/** A server over a store in memory, asked as its own page or a program would. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly store: MetricStore
  readonly experimentId: string
  /** What went wrong inside. */
  readonly failures: readonly unknown[]
  get(path: string, headers?: Headers): Promise<LightMyRequestResponse>
  /** Sends JSON. */
  send(
    method: HTTPMethods,
    path: string,
    body: unknown,
    headers?: Headers,
  ): Promise<LightMyRequestResponse>
  /** Returns the id of the run. */
  save(
    input: RunInput & { readonly id: string },
    series?: Readonly<Record<string, MetricSeries>>,
  ): Promise<string>
  /** Begins to listen and returns the address. */
  listen(): Promise<string>
  /** @throws {Error} when an answer was not what the OpenAPI document says. */
  close(): Promise<void>
}

export async function openTestServer(
  pageFolder: string | null = null,
  options: Partial<ServerOptions> = {},
): Promise<TestServer> {
  const store = options.store ?? openSqliteStore(':memory:')
  const failures: unknown[] = []
  const onFailure = (error: unknown): void => void failures.push(error)
  const app = await buildServer({ port: 4870, pageFolder, onFailure, ...options, store })
  const wrongAnswers = checkAnswers(app)
  const { id: experimentId } = await store.createExperiment('trials')
  const ownHost = (): Headers => {
    const address = app.server.address()
    return { host: `localhost:${typeof address === 'object' ? (address?.port ?? 4870) : 4870}` }
  }
  return {
    app,
    store,
    experimentId,
    failures,
    get: (path, headers = {}) => app.inject({ url: path, headers: { ...ownHost(), ...headers } }),
    send: (method, path, body, headers = {}) =>
      app.inject({
        method,
        url: path,
        headers: { ...ownHost(), 'content-type': 'application/json', ...headers },
        payload: JSON.stringify(body),
      }),
    async save(input, series = {}) {
      const run = defineRun({ ...input, id: nameBasedId('run', input.id) })
      await store.saveRun({
        experimentId,
        run,
        series: new Map(Object.entries(series)),
        contentHash: 'as first written',
      })
      return run.id
    },
    listen: () => app.listen({ host: '127.0.0.1', port: 0 }),
    async close() {
      await app.close()
      await store.close()
      if (wrongAnswers.length > 0) throw new Error(wrongAnswers.join('\n'))
    },
  }
}

/** Holds every answer of a described route against its description; returns what is wrong. */
function checkAnswers(app: FastifyInstance): readonly string[] {
  const wrong: string[] = []
  const described: { answers?: ReturnType<typeof describedAnswers> } = {}
  app.addHook('onSend', async (request, reply, payload) => {
    const { url, schema } = request.routeOptions
    const isDescribed = schema !== undefined && !('hide' in schema) && request.method !== 'HEAD'
    if (url === undefined || !isDescribed || typeof payload !== 'string') return
    described.answers ??= describedAnswers(app)
    const type = String(reply.getHeader('content-type'))
    const answer = { status: reply.statusCode, type, body: payload }
    const fault = described.answers.check({ method: request.method, url }, answer)
    if (fault !== null) wrong.push(fault)
  })
  return wrong
}

/** Returns a series with the steps 0, 1, 2, … */
export function seriesOf(values: readonly number[]): MetricSeries {
  return defineSeries(values.map((value, step) => ({ step, value })))
}
