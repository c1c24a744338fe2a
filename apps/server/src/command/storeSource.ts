import { RunoffError, type Run } from '@runoff/core'
import {
  defineSource,
  type RunSource,
  type SeriesRequest,
  type SeriesResult,
} from '@runoff/sources'
import type { MetricStore } from '../store/metricStore.ts'

/** Returns a source of all runs that a store keeps, one experiment after the other. */
export function storeSource(store: MetricStore): RunSource {
  return defineSource({
    id: 'database',
    async listRuns({ ids, search, status, includeArchived, limit = 500, cursor }) {
      const experiments = await store.listExperiments()
      const query = {
        ...(ids && { ids }),
        ...(search === undefined ? {} : { search }),
        ...(status && { status }),
        ...(includeArchived === undefined ? {} : { includeArchived }),
      }
      const runs: Run[] = []
      let [place, inner] = readCursor(cursor ?? null)
      while (place < experiments.length && runs.length < limit) {
        const experimentId = experiments[place]?.id ?? ''
        const rest = { limit: limit - runs.length, cursor: inner }
        const page = await store.listRuns({ ...query, ...rest, experimentId })
        runs.push(...page.runs.map((run): Run => ({ ...run, source: 'database' })))
        if (page.nextCursor === null) place += 1
        inner = page.nextCursor
      }
      const isLast = place >= experiments.length
      return { runs, nextCursor: isLast ? null : JSON.stringify([place, inner]), total: null }
    },
    async readSeries(requests) {
      return Promise.all(requests.map((request) => readOne(store, request)))
    },
  })
}

function readCursor(cursor: string | null): readonly [number, string | null] {
  return cursor === null ? [0, null] : (JSON.parse(cursor) as [number, string | null])
}

async function readOne(store: MetricStore, request: SeriesRequest): Promise<SeriesResult> {
  const { runId, metric, range, since, maxPoints } = request
  try {
    const [found] = await store.readSeries(runId, {
      metrics: [metric],
      ...range,
      ...(since === undefined ? {} : { since }),
      ...(maxPoints === undefined ? {} : { maxPoints }),
    })
    if (found === undefined) throw new RunoffError('not-found', `The run has no ${metric}.`)
    return { request, series: found.series, error: null, notices: found.notices }
  } catch (error) {
    if (error instanceof RunoffError) return { request, series: null, error }
    throw error
  }
}
