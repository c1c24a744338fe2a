import type { MetricStore } from '../store/metricStore.ts'
import type { PlacedPoints, Placer } from './placer.ts'

/** What a store must be able to do to be written to. */
export type PointStore = Pick<MetricStore, 'appendPoints' | 'replaceSeries' | 'updateRun'>

/** Hands what was placed to the store, in its order. */
export interface PointWriter {
  /** Resolves when everything that was placed is stored; what a failed write left comes first. */
  write(): Promise<void>
}

/** Returns a writer of the points of one run. Writing again after a failure doubles nothing. */
export function createPointWriter(store: PointStore, runId: string, placer: Placer): PointWriter {
  let pending: PlacedPoints | null = null
  return {
    async write() {
      while (pending !== null || placer.waiting > 0) {
        pending ??= placer.take()
        const { added, replaced, notices, summary } = pending
        if (replaced.size > 0) await store.replaceSeries(runId, replaced, notices)
        for (const { segment, series } of added) await store.appendPoints(runId, series, segment)
        await store.updateRun(runId, { ...placer.furthest, summary, notices })
        pending = null
      }
    },
  }
}
