import { isDeepStrictEqual } from 'node:util'
import type { RunEntry } from './runTable.ts'
import { placeOf, readForeignVersions, writeStates, type SeriesState } from './seriesTable.ts'
import type { Session } from './session.ts'
import { summarizePoints } from './summarizePoints.ts'
import { readPairedStates, trainValuesOf } from './trainValues.ts'

/**
 * Writes states of metrics, so that they are right whoever else adds points to the same run: where
 * another store wrote its own meanwhile, one of the two sees that of the other, and then says what
 * all points say.
 */
export async function settleStates(
  session: Session,
  run: RunEntry,
  before: ReadonlyMap<string, SeriesState>,
  after: readonly SeriesState[],
): Promise<void> {
  const begun = new Map(after.map(({ name }) => [name, before.get(name)?.version ?? 0]))
  await writeStates(session, run, after)
  const foreign = await readForeignVersions(session, run, begun)
  if (foreign.size === 0) return
  const names = [...foreign.keys()]
  const states = await readPairedStates(session, run, names)
  const added = await computed(
    session,
    run,
    Array.from(states.values()).filter(({ name }) => foreign.has(name)),
  )
  const right = await trainValuesOf(session, run, { states, added })
  // Both may be here: whoever finds it right ends it.
  const wrong = right.filter((state) => !isSame(state, states.get(state.name)))
  if (wrong.length > 0) await settleStates(session, run, states, wrong)
}

function isSame(a: SeriesState, b: SeriesState | undefined): boolean {
  return isDeepStrictEqual([a.facts, known(a.summary)], [b?.facts, known(b?.summary ?? null)])
}

/** What a summary says, without what it says is not known. */
function known(summary: SeriesState['summary']): unknown {
  return new Map(Object.entries(summary ?? {}).filter(([, value]) => value !== null))
}

async function computed(
  session: Session,
  run: RunEntry,
  states: readonly SeriesState[],
): Promise<readonly SeriesState[]> {
  const placed = states.map((state) => ({ state, place: placeOf(run, state) }))
  const places = placed.flatMap(({ place }) => place ?? [])
  const summaries = await summarizePoints(session, places)
  return placed.map(({ state, place }) => {
    const summary = place && summaries.get(place.metric)
    const { facts, summary: before } = state
    if (!summary || facts === null || facts.basis !== 'full') return state
    const total = facts.total === null ? null : summary.count
    return {
      ...state,
      facts: { ...facts, total },
      summary: { ...before, ...summary },
    }
  })
}
