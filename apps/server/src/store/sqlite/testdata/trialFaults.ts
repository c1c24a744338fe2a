import { DatabaseSync } from 'node:sqlite'
import { summarizeMetrics, type MetricSeries } from '@runoff/core'
import { expect } from 'vitest'
import type { MetricStore } from '../../metricStore.ts'
import { openSqliteStore } from '../sqliteStore.ts'
import { trialLog, trialPoints } from './trialRun.ts'

/** How much of a trial run a store has, in whole steps of each kind. */
export interface TrialState {
  readonly points: number
  readonly lines: number
}

/**
 * Returns how much of a trial run a store has, and throws where it has anything else than the first
 * steps of each of its series and the first lines of its log, or where one does not fit the others.
 */
export async function trialState(store: MetricStore, runId = 'a'): Promise<TrialState> {
  const stored = await store.readSeries(runId)
  const points = stored[0]?.series.steps.length ?? 0
  const steps = Array.from({ length: points }, (_, step) => step)
  const expected = new Map<string, MetricSeries>()
  for (const { metric, series } of stored) {
    const values = steps.map((step) => trialPoints(step).get(metric)?.values[0])
    expect([Array.from(series.steps), Array.from(series.values)]).toEqual([steps, values])
    expected.set(metric, series)
  }
  const [experiment] = await store.listExperiments()
  const run = await store.getRun(experiment?.id ?? '', runId)
  expect(run?.metrics).toEqual(summarizeMetrics(expected))
  const { bytes } = await store.readLog(runId)
  const text = Buffer.from(bytes).toString()
  const lines = text.split('\n').length - 1
  expect(text).toBe(trialLog(lines))
  return { points, lines }
}

/** Opens a file, checks all of it, and returns how much of a trial run it has. */
export async function checkedState(path: string, runId = 'a'): Promise<TrialState> {
  const store = openSqliteStore(path)
  try {
    return await trialState(store, runId)
  } finally {
    await store.close()
    const database = new DatabaseSync(path)
    const { integrity_check: found } = database.prepare('PRAGMA integrity_check').get() ?? {}
    database.close()
    expect(found).toBe('ok')
  }
}
