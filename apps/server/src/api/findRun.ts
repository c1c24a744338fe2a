import type { Run } from '@runoff/core'
import type { MetricStore } from '../store/metricStore.ts'
import { Problem } from './problem.ts'

/** @throws {Problem} `experiment-not-found` when the store has no experiment of this id. */
export async function requireExperiment(store: MetricStore, id: string): Promise<void> {
  if ((await store.getExperiment(id)) !== null) return
  throw new Problem('experiment-not-found', 'There is no experiment with this id.')
}

/** @throws {Problem} `experiment-not-found` or `run-not-found`. */
export async function requireRun(
  store: MetricStore,
  experimentId: string,
  runId: string,
): Promise<Run> {
  const run = await store.getRun(experimentId, runId)
  if (run !== null) return run
  await requireExperiment(store, experimentId)
  throw new Problem('run-not-found', 'This experiment has no run with this id.')
}
