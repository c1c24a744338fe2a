import { summarizeSeries, type MetricSeries, type Notice } from '@runoff/core'
import { insertPoints, pointVersion, readExtents, requireSteps } from './pointTable.ts'
import { requireRun } from './runTable.ts'
import { factsOf, placeOf, type SeriesState } from './seriesTable.ts'
import { metricKey, runKey } from './session.ts'
import { settleStates } from './settleStates.ts'
import { joinStretches, stretchOf } from './stretches.ts'
import { readPairedStates, trainValuesOf } from './trainValues.ts'
import type { Writing } from './writeRun.ts'

/** Puts series in the place of those of the same metrics, all at once. */
export async function replaceSeries(
  { session, changes, discard }: Writing,
  runId: string,
  series: ReadonlyMap<string, MetricSeries>,
  notices: ReadonlyMap<string, readonly Notice[]>,
): Promise<void> {
  await session.inTurn(runKey(runId), async () => {
    const run = await requireRun(session, runId)
    if (series.size === 0) return
    requireSteps(series)
    const states = await readPairedStates(session, run, series.keys())
    const replaced = Array.from(states.values()).filter(({ name }) => series.has(name))
    const extents = await readExtents(
      session,
      replaced.flatMap((state) => placeOf(run, state) ?? []),
    )
    const generation = session.tick()
    const blocks = Array.from(series, ([name, columns]) => {
      const metric = metricKey(name)
      const segment = extents.get(metric)?.segment ?? 0
      const version = pointVersion(segment, session.writer)
      return { place: { run: run.key, metric, generation }, columns, version }
    })
    await insertPoints(session, blocks)
    const added = Array.from(series, ([name, given]): SeriesState => {
      const known = { name, writer: 0, version: states.get(name)?.version ?? 0 }
      // A series without points leaves nothing of the metric.
      if (given.steps.length === 0) return { ...known, facts: null, summary: null }
      const facts = factsOf(given, generation, notices.get(name))
      return { ...known, facts, summary: summarizeSeries(given) }
    })
    await settleStates(session, run, states, await trainValuesOf(session, run, { states, added }))
    const before = Array.from(series.keys()).flatMap((name) => {
      const extent = extents.get(metricKey(name))
      return extent ? [[name, extent] as const] : []
    })
    const after = Array.from(series)
      .filter(([, { steps }]) => steps.length > 0)
      .map(([name, { steps }]) => [name, stretchOf(steps)] as const)
    const metrics = joinStretches([before, after])
    await changes.add({ experimentId: run.experimentId, runId, metrics, logSize: null })
    await discard(
      replaced.flatMap(({ name, facts }) =>
        facts === null
          ? []
          : [{ run: run.key, metric: metricKey(name), generation: facts.generation }],
      ),
    )
  })
}
