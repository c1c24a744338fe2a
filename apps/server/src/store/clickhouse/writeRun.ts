import { RunoffError, type MetricSummary, type Run } from '@runoff/core'
import { changeRun } from '../changeRun.ts'
import type { RunChange, RunRecord, SaveOutcome } from '../metricStore.ts'
import type { ChangeTable } from './changeTable.ts'
import type { Discarding, Superseded } from './discarding.ts'
import { requireExperiment } from './experimentTable.ts'
import { insertPoints, pointVersion, readExtents, requireSteps } from './pointTable.ts'
import { findRun, isArchived, requireRun, writeRun, type RunEntry } from './runTable.ts'
import { factsOf, placeOf, readStates, writeStates, type SeriesState } from './seriesTable.ts'
import { metricKey, runKey, type Session } from './session.ts'
import { joinStretches, stretchOf, type Stretch } from './stretches.ts'

/** What writing needs beside the session. */
export interface Writing {
  readonly session: Session
  readonly changes: ChangeTable
  readonly discard: Discarding['discard']
}

/** Keeps a run and its series in place of what was there: at once, when the run itself is written. */
export async function saveRun(writing: Writing, record: RunRecord): Promise<SaveOutcome> {
  const { session } = writing
  const { run, series, experimentId, contentHash } = record
  return session.inTurn(runKey(run.id), async () => {
    const known = await findRun(session, run.id)
    if (known?.contentHash === contentHash) return 'unchanged'
    await requireExperiment(session, experimentId)
    requireSteps(series)
    const states = known === null ? [] : await allStates(session, known)
    const before = known === null ? [] : await runStretches(session, known, states)
    const generation = session.tick(known?.generation)
    const entry: RunEntry = {
      ...(known ?? newEntry(session, run.id)),
      experimentId,
      generation,
      contentHash,
      run,
    }
    await writeSeries(session, entry, record)
    await writeRun(session, entry)
    const after = Array.from(series, ([name, { steps }]) => [name, stretchOf(steps)] as const)
    const metrics = joinStretches([before, after.filter(([, { from }]) => from !== Infinity)])
    await writing.changes.add({ experimentId, runId: run.id, metrics, logSize: null })
    if (known !== null) await writing.discard(supersededOf(known, states))
    return known === null ? 'created' : 'replaced'
  })
}

function newEntry(
  session: Session,
  id: string,
): Pick<RunEntry, 'key' | 'version' | 'number' | 'archivedByChoice'> {
  return { key: runKey(id), version: 0, number: session.tick(), archivedByChoice: null }
}

async function allStates(session: Session, run: RunEntry): Promise<readonly SeriesState[]> {
  const states = (await readStates(session, [run])).get(run.key)
  return Array.from(states?.values() ?? [])
}

async function runStretches(
  session: Session,
  run: RunEntry,
  states: readonly SeriesState[],
): Promise<readonly (readonly [string, Stretch])[]> {
  const places = states.flatMap((state) => placeOf(run, state) ?? [])
  const extents = await readExtents(session, places)
  return states.flatMap(({ name }) => {
    const extent = extents.get(metricKey(name))
    return extent === undefined ? [] : [[name, extent] as const]
  })
}

function supersededOf(
  { key, generation }: RunEntry,
  states: readonly SeriesState[],
): readonly Superseded[] {
  const generations = new Set(states.map(({ facts }) => facts?.generation ?? generation))
  return Array.from(generations.add(generation), (old) => ({ run: key, generation: old }))
}

async function writeSeries(
  session: Session,
  run: RunEntry,
  { series, notices, run: { metrics } }: Pick<RunRecord, 'series' | 'notices' | 'run'>,
): Promise<void> {
  const { generation } = run
  const version = pointVersion(0, session.writer)
  const blocks = Array.from(series, ([name, columns]) => ({
    place: { run: run.key, metric: metricKey(name), generation },
    columns,
    version,
  }))
  await insertPoints(session, blocks)
  const names = new Set([...metrics.keys(), ...series.keys()])
  const states = Array.from(names, (name) => {
    const given = series.get(name)
    const facts = given ? factsOf(given, generation, notices?.get(name)) : null
    return newState(name, facts, metrics.get(name) ?? null)
  })
  await writeStates(session, run, states)
}

function newState(
  name: string,
  facts: SeriesState['facts'],
  summary: MetricSummary | null,
): SeriesState {
  return { name, facts, summary, writer: 0, version: 0 }
}

/** Makes a run without points, or returns the one that has its id. */
export async function createRun(writing: Writing, experimentId: string, run: Run): Promise<Run> {
  const { session } = writing
  return session.inTurn(runKey(run.id), async () => {
    await requireExperiment(session, experimentId)
    const known = await findRun(session, run.id)
    if (known !== null) {
      if (known.experimentId !== experimentId) throw elsewhere()
      return readRun(session, known)
    }
    // The same whoever else makes it now: what is then added to either is added to both.
    const own = { experimentId, generation: 0, contentHash: '', run }
    const entry = { ...newEntry(session, run.id), ...own }
    await writeSeries(session, entry, { series: new Map(), run })
    await writeRun(session, entry)
    await writing.changes.add({ experimentId, runId: run.id, metrics: [], logSize: null })
    return readRun(session, entry)
  })
}

function elsewhere(): RunoffError {
  return new RunoffError(
    'bad-run',
    'A run of another experiment has this id. Give the run an id of its own.',
  )
}

/** Changes what is known of a run. */
export async function updateRun(writing: Writing, runId: string, change: RunChange): Promise<Run> {
  const { session } = writing
  return session.inTurn(runKey(runId), async () => {
    const entry = await requireRun(session, runId)
    const names = new Set([...(change.summary?.keys() ?? []), ...(change.notices?.keys() ?? [])])
    const states = (await readStates(session, [entry], names)).get(entry.key)
    const summaries = Array.from(change.summary ?? [], ([name, value]) => ({
      ...newState(name, null, ofWholeRun(value)),
      version: states?.get(name)?.version ?? 0,
    })).filter(({ name }) => !states?.get(name)?.facts)
    const told = Array.from(change.notices ?? []).flatMap(([name, notices]) => {
      const state = states?.get(name)
      return state?.facts ? [{ ...state, facts: { ...state.facts, notices } }] : []
    })
    const changed = { ...entry, run: changeRun(entry.run, change) }
    await writeStates(session, entry, [...summaries, ...told])
    await writeRun(session, changed)
    await tell(writing, changed)
    return readRun(session, changed)
  })
}

function ofWholeRun(last: number): MetricSummary {
  const unknown = { min: null, max: null, minStep: null, maxStep: null, lastStep: null }
  return { ...unknown, last, count: 1, basis: 'summary' }
}

/** Archives a run or takes it back. */
export async function setArchived(
  writing: Writing,
  runId: string,
  archived: boolean,
): Promise<void> {
  await writing.session.inTurn(runKey(runId), async () => {
    const entry = await requireRun(writing.session, runId)
    await writeRun(writing.session, { ...entry, archivedByChoice: archived })
    await tell(writing, entry)
  })
}

async function tell({ changes }: Writing, { experimentId, run }: RunEntry): Promise<void> {
  await changes.add({ experimentId, runId: run.id, metrics: [], logSize: null })
}

/** Returns a run with what is known of its metrics. */
export async function readRun(session: Session, entry: RunEntry): Promise<Run> {
  const states = await readStates(session, [entry])
  return runOf(entry, states.get(entry.key) ?? new Map())
}

/** Returns a run as it is seen, with its metrics in the order of their names. */
export function runOf(entry: RunEntry, states: ReadonlyMap<string, SeriesState>): Run {
  const known = Array.from(states.values()).filter(({ summary }) => summary !== null)
  const metrics = known.map(({ name, summary }) => [name, summary as MetricSummary] as const)
  const sorted = metrics.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { ...entry.run, archived: isArchived(entry), metrics: new Map(sorted) }
}
