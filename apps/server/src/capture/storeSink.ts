import type { Run } from '@runoff/core'
import type { MetricStore } from '../store/metricStore.ts'
import { createCaptures } from './captures.ts'
import type { LogSink } from './recorder.ts'

/** Returns a sink that keeps a run in a store; the run is made with the first thing that is kept. */
export function storeSink(store: MetricStore, experiment: string, run: Run): LogSink {
  const captures = createCaptures(store)
  let isBegun = false
  let offset = 0
  const begin = async (): Promise<void> => {
    if (isBegun) return
    const { id } = await store.createExperiment(experiment)
    await store.createRun(id, run)
    isBegun = true
  }
  return {
    async append(bytes, printedAtMs) {
      await begin()
      await captures.append(run.id, { offset, bytes, printedAtMs })
      offset += bytes.length
    },
    async finish(ending) {
      await begin()
      await captures.finish(run.id)
      await store.updateRun(run.id, ending)
    },
  }
}
