import type { StoredSeries, StoredSeriesQuery } from '../metricStore.ts'
import { nothingLogged, shownSeries } from '../shownSeries.ts'
import { readWindows } from './pointWindows.ts'
import { requireRun } from './runTable.ts'
import { placeOf, readStates, type SeriesState } from './seriesTable.ts'
import { metricKey, type Session } from './session.ts'

/** Returns the series of a run that the query asks for, in its order. */
export async function readSeries(
  session: Session,
  runId: string,
  query: StoredSeriesQuery,
): Promise<readonly StoredSeries[]> {
  const run = await requireRun(session, runId)
  const states = (await readStates(session, [run], query.metrics)).get(run.key) ?? new Map()
  const wanted = query.metrics ?? namesOf(states)
  const places = Array.from(new Set(wanted)).flatMap((name) => {
    const state = states.get(name)
    return state ? (placeOf(run, state) ?? []) : []
  })
  const windows = await readWindows(session, places, query)
  return wanted.map((name) => {
    const facts = states.get(name)?.facts ?? null
    const window = windows.get(metricKey(name))
    if (facts === null || window === undefined)
      return { metric: name, series: nothingLogged, notices: [] }
    return { metric: name, series: shownSeries(facts, window, query), notices: facts.notices }
  })
}

/** In the order of their JSON texts, as every store lists them. */
function namesOf(states: ReadonlyMap<string, SeriesState>): readonly string[] {
  const known = Array.from(states.values()).filter(({ facts }) => facts !== null)
  const texts = known.map(({ name }) => [JSON.stringify(name), name] as const)
  return texts
    .toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([, name]) => name)
}
