import { RunoffError, summarizeSeries, type MetricSeries, type MetricSummary } from '@runoff/core'
import { isTouched, mergeAdded } from '../mergeSummaries.ts'
import type { AppendOutcome } from '../metricStore.ts'
import {
  highestSegment,
  insertPoints,
  pointVersion,
  readSegments,
  type Columns,
  type PointPlace,
} from './pointTable.ts'
import { runKey, type Session } from './session.ts'
import { requireRun, type RunEntry } from './runTable.ts'
import { factsOf, placeOf, type SeriesState } from './seriesTable.ts'
import { summarizePoints } from './summarizePoints.ts'
import { readPairedStates, trainValuesOf } from './trainValues.ts'
import { settleStates } from './settleStates.ts'
import type { ChangeTable } from './changeTable.ts'
import { stretchOf } from './stretches.ts'
import { requireSteps } from './pointTable.ts'

/** The points of one metric that are to be added. */
interface Addition {
  readonly name: string
  readonly given: MetricSeries
  readonly before: SeriesState | null
  readonly place: PointPlace
  readonly columns: Columns
  /** The steps of those that take the place of an earlier segment's point. */
  readonly replaced: ReadonlySet<number>
}

/** Adds points to a run: the points first, so that whatever tells of them finds them. */
export async function appendPoints(
  session: Session,
  changes: ChangeTable,
  runId: string,
  series: ReadonlyMap<string, MetricSeries>,
  segment: number,
): Promise<AppendOutcome> {
  requireSegment(segment)
  return session.inTurn(runKey(runId), async () => {
    const run = await requireRun(session, runId)
    requireSteps(series)
    const states = await readPairedStates(session, run, series.keys())
    const additions = await newPoints(session, run, { series, states, segment })
    const offered = sum(Array.from(series.values(), ({ steps }) => steps.length))
    const accepted = sum(additions.map(({ columns }) => columns.steps.length))
    if (accepted === 0) return { accepted, duplicates: offered }
    const version = pointVersion(segment, session.writer)
    await insertPoints(
      session,
      additions.map(({ place, columns }) => ({ place, columns, version })),
    )
    const added = await statesAfter(session, additions)
    const after = await trainValuesOf(session, run, { states, added, additions })
    await settleStates(session, run, states, after)
    await changes.add({
      experimentId: run.experimentId,
      runId,
      metrics: additions.map(({ name, columns }) => ({
        metric: name,
        ...stretchOf(columns.steps),
      })),
      logSize: null,
    })
    return { accepted, duplicates: offered - accepted }
  })
}

function requireSegment(segment: number): void {
  if (Number.isSafeInteger(segment) && segment >= 0 && segment <= highestSegment) return
  throw new RunoffError(
    'bad-run',
    `A segment has the number ${segment}. ` +
      `Count from 0 how often the run was started again, up to ${highestSegment}.`,
  )
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

interface Offer {
  readonly series: ReadonlyMap<string, MetricSeries>
  readonly states: ReadonlyMap<string, SeriesState>
  readonly segment: number
}

/** Returns what of an offer is not there yet in its segment or a later one. */
async function newPoints(
  session: Session,
  run: RunEntry,
  { series, states, segment }: Offer,
): Promise<readonly Addition[]> {
  const offers = Array.from(series, ([name, given]) => {
    const before = states.get(name) ?? null
    const known = { name, facts: before?.facts ?? factsOf(given, run.generation) }
    const place = placeOf(run, { ...known, summary: null, writer: 0, version: 0 })
    return { name, given, before, place: place as PointPlace }
  }).filter(({ given }) => given.steps.length > 0)
  const stretches = offers.map(({ place, given }) => ({ place, ...stretchOf(given.steps) }))
  const segments = await readSegments(session, stretches)
  return offers
    .map((offer) => {
      const known = segments.get(offer.place.metric) ?? new Map<number, number>()
      return { ...offer, ...pickNew(offer.given, known, segment) }
    })
    .filter(({ columns }) => columns.steps.length > 0)
}

function pickNew(
  { steps, values, epochs, timesMs }: MetricSeries,
  known: ReadonlyMap<number, number>,
  segment: number,
): Pick<Addition, 'columns' | 'replaced'> {
  const taken = new Set<number>()
  const places: number[] = []
  steps.forEach((step, i) => {
    // A map takes 0 and -0 for the same.
    if ((known.get(step) ?? -1) >= segment || taken.has(step)) return
    taken.add(step)
    places.push(i)
  })
  const pick = (column: Float64Array): Float64Array =>
    Float64Array.from(places, (place) => column[place] ?? NaN)
  const columns = {
    steps: pick(steps),
    values: pick(values),
    epochs: epochs && pick(epochs),
    timesMs: timesMs && pick(timesMs),
  }
  return { columns, replaced: new Set(Array.from(taken).filter((step) => known.has(step))) }
}

async function statesAfter(
  session: Session,
  additions: readonly Addition[],
): Promise<readonly SeriesState[]> {
  const mustCompute = additions.filter((addition) => isUnsure(session, addition))
  const computed = await summarizePoints(
    session,
    mustCompute.map(({ place }) => place),
  )
  return additions.map((addition) => stateAfter(addition, computed.get(addition.place.metric)))
}

/** Whether a summary cannot be continued: a point it names is replaced, or others wrote to it. */
function isUnsure({ writer }: Session, { before, replaced }: Addition): boolean {
  if (before === null || before.facts === null) return false
  if (before.summary === null || before.writer !== writer) return true
  return isTouched(before.summary, replaced)
}

function stateAfter(
  { name, given, before, place, columns, replaced }: Addition,
  computed: MetricSummary | undefined,
): SeriesState {
  const count = columns.steps.length - replaced.size
  const facts = before?.facts ?? { ...factsOf(given, place.generation), total: 0 }
  const total = facts.total === null ? null : facts.total + count
  const summary = summarizeSeries({ ...columns, basis: given.basis, total: columns.steps.length })
  // What is known of a metric without points says nothing of the points.
  const known = before?.facts ? before.summary : null
  return {
    name,
    facts: { ...facts, total },
    summary: computed
      ? continueSummary(computed, known, count)
      : mergeAdded(known, summary, replaced.size),
    writer: before?.writer ?? 0,
    version: before?.version ?? 0,
  }
}

/** What a source said of training stays beside an extreme that is still the same. */
function continueSummary(
  computed: MetricSummary,
  before: MetricSummary | null,
  added: number,
): MetricSummary {
  if (before === null) return computed
  const { minStep, maxStep, trainAtMin = null, trainAtMax = null } = before
  return {
    ...computed,
    ...(computed.minStep === minStep && trainAtMin !== null ? { trainAtMin } : {}),
    ...(computed.maxStep === maxStep && trainAtMax !== null ? { trainAtMax } : {}),
    count: before.basis === 'full' ? computed.count : before.count + added,
    basis: before.basis,
  }
}
