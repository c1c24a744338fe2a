import { createHash } from 'node:crypto'
import { runToJson, seriesToJson, type MetricSeries, type Notice, type Run } from '@runoff/core'
import type { RunSource } from '@runoff/sources'
import type { MetricStore, RunRecord, SaveOutcome } from '../store/metricStore.ts'
import { nameBasedId } from '../store/nameBasedId.ts'

/**
 * Saves the runs of a source under an experiment, and returns how many of them were new, different
 * than before or the same. Importing them again changes nothing but those that read differently.
 */
export async function importRuns(
  store: MetricStore,
  source: RunSource,
  experimentName: string,
): Promise<Readonly<Record<SaveOutcome, number>>> {
  const saved = { created: 0, replaced: 0, unchanged: 0 }
  const experiment = await store.createExperiment(experimentName)
  const runs = await allRuns(source)
  // The store lists what was saved last first, so that the source's own order comes out.
  for (const run of runs.toReversed()) {
    const record = await recordOf(source, run)
    const id = nameBasedId('run', experiment.id, run.id)
    const outcome = await store.saveRun({
      ...record,
      experimentId: experiment.id,
      run: { ...run, id },
    })
    saved[outcome] += 1
  }
  return saved
}

async function allRuns(source: RunSource): Promise<readonly Run[]> {
  const runs: Run[] = []
  let cursor: string | null = null
  do {
    const page = await source.listRuns({ includeArchived: true, cursor, limit: 500 })
    runs.push(...page.runs)
    cursor = page.nextCursor
  } while (cursor !== null)
  return runs
}

async function recordOf(
  source: RunSource,
  run: Run,
): Promise<Omit<RunRecord, 'experimentId' | 'run'>> {
  const requests = Array.from(run.metrics.keys(), (metric) => ({ runId: run.id, metric }))
  const series = new Map<string, MetricSeries>()
  const notices = new Map<string, readonly Notice[]>()
  for (const result of await source.readSeries(requests)) {
    if (result.error !== null) throw result.error
    if (result.series.steps.length === 0) continue
    series.set(result.request.metric, result.series)
    notices.set(result.request.metric, result.notices ?? [])
  }
  return { series, notices, contentHash: hashOf(run, series, notices) }
}

function hashOf(
  run: Run,
  series: ReadonlyMap<string, MetricSeries>,
  notices: ReadonlyMap<string, readonly Notice[]>,
): string {
  const columns = Array.from(series, ([metric, points]) => [metric, seriesToJson(points)])
  const content = JSON.stringify([runToJson(run), columns, Array.from(notices)])
  return createHash('sha256').update(content).digest('hex')
}
