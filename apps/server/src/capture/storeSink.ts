import type { Run } from '@runoff/core'
import type { MetricStore } from '../store/metricStore.ts'
import { createCaptures, type Captures } from './captures.ts'
import type { LogSink } from './recorder.ts'

/**
 * Returns a sink that keeps a run in a store. `open` is asked for the store when it is needed, again
 * where it threw.
 */
export function storeSink(open: () => MetricStore, experiment: string, run: Run): LogSink {
  let begun: { readonly store: MetricStore; readonly captures: Captures } | null = null
  let offset = 0
  const begin = async (): Promise<{ store: MetricStore; captures: Captures }> => {
    if (begun !== null) return begun
    const store = open()
    const { id } = await store.createExperiment(experiment)
    await store.createRun(id, run)
    return (begun = { store, captures: createCaptures(store) })
  }
  return {
    begin: async () => void (await begin()),
    async append(bytes, printedAtMs) {
      const { captures } = await begin()
      await captures.append(run.id, { offset, bytes, printedAtMs })
      offset += bytes.length
    },
    async finish(ending) {
      const { store, captures } = await begin()
      await captures.finish(run.id)
      await store.updateRun(run.id, ending)
    },
  }
}
