import { defineRun, defineSeries, type MetricSeries, type RunInput } from '@runoff/core'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { MetricStore } from '../store/metricStore.ts'
import { nameBasedId } from '../store/nameBasedId.ts'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'
import { buildServer } from './buildServer.ts'

/** A server over a store in memory, asked with `get` as its own page would. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly store: MetricStore
  readonly experimentId: string
  /** What went wrong inside. */
  readonly failures: readonly unknown[]
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>
  /** Returns the id of the run. */
  save(
    input: RunInput & { readonly id: string },
    series?: Readonly<Record<string, MetricSeries>>,
  ): Promise<string>
  close(): Promise<void>
}

export async function openTestServer(pageFolder: string | null = null): Promise<TestServer> {
  const store = openSqliteStore(':memory:')
  const failures: unknown[] = []
  const onFailure = (error: unknown): void => void failures.push(error)
  const app = await buildServer({ store, port: 4870, pageFolder, onFailure })
  const { id: experimentId } = await store.createExperiment('trials')
  return {
    app,
    store,
    experimentId,
    failures,
    get: (path, headers = {}) =>
      app.inject({ url: path, headers: { host: 'localhost:4870', ...headers } }),
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
    async close() {
      await app.close()
      await store.close()
    },
  }
}

/** Returns a series with the steps 0, 1, 2, … */
export function seriesOf(values: readonly number[]): MetricSeries {
  return defineSeries(values.map((value, step) => ({ step, value })))
}
