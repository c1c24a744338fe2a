import { evaluationPairs, type EvaluationPair } from '../evaluationPairs.ts'
import { readCarried } from './pointTable.ts'
import type { RunEntry } from './runTable.ts'
import { placeOf, readStates, type SeriesState } from './seriesTable.ts'
import type { Session } from './session.ts'

/** Returns the states of these metrics, and of those that they are compared with in training. */
export async function readPairedStates(
  session: Session,
  run: RunEntry,
  metrics: Iterable<string>,
): Promise<ReadonlyMap<string, SeriesState>> {
  const names = new Set(metrics)
  for (const { metric, inTraining } of evaluationPairs(Array.from(names))) {
    names.add(metric).add(inTraining)
  }
  return (await readStates(session, [run], names)).get(run.key) ?? new Map()
}

interface Written {
  /** What was there. */
  readonly states: ReadonlyMap<string, SeriesState>
  /** What is to be in its place. */
  readonly added: readonly SeriesState[]
  /** The points that come, where they only come in addition. */
  readonly additions?: readonly {
    readonly name: string
    readonly columns: { readonly steps: Float64Array }
  }[]
}

/**
 * Returns the states that are to be written, with what training was worth at the extremes of the
 * evaluations that any of them belongs to: the last finite value up to that step. What the source
 * of a run said of it stays where training has no points, or counts its steps by something else.
 */
export async function trainValuesOf(
  session: Session,
  run: RunEntry,
  { states, added, additions }: Written,
): Promise<readonly SeriesState[]> {
  const after = new Map([...states, ...added.map((state) => [state.name, state] as const)])
  const written = new Map(added.map((state) => [state.name, state]))
  const firstSteps = new Map(
    additions?.map(({ name, columns }) => [name, columns.steps.reduce((a, b) => Math.min(a, b))]),
  )
  for (const pair of evaluationPairs(written.keys())) {
    const before = states.get(pair.metric)?.summary ?? null
    const isSame = additions !== undefined && isUntouched(before, after, firstSteps, pair)
    const state = isSame ? null : await writePair(session, run, after, pair)
    if (state !== null) written.set(pair.metric, state)
  }
  return Array.from(written.values())
}

/** Whether the extremes are where they were, and all that came of training came after them. */
function isUntouched(
  before: SeriesState['summary'],
  after: ReadonlyMap<string, SeriesState>,
  firstSteps: ReadonlyMap<string, number>,
  { metric, inTraining }: EvaluationPair,
): boolean {
  const summary = after.get(metric)?.summary
  if (!before || !summary || before.trainAtMin == null || before.trainAtMax == null) return false
  if (before.minStep !== summary.minStep || before.maxStep !== summary.maxStep) return false
  const highest = Math.max(summary.minStep ?? -Infinity, summary.maxStep ?? -Infinity)
  return (firstSteps.get(inTraining) ?? Infinity) > highest
}

async function writePair(
  session: Session,
  run: RunEntry,
  after: ReadonlyMap<string, SeriesState>,
  { metric, inTraining }: EvaluationPair,
): Promise<SeriesState | null> {
  const state = after.get(metric)
  const training = after.get(inTraining)
  const place = training ? placeOf(run, training) : null
  const unit = state?.facts?.stepUnit
  const isComparable = unit !== undefined && unit === training?.facts?.stepUnit
  if (!state?.summary || place === null || !isComparable) return null
  const { minStep, maxStep } = state.summary
  const [trainAtMin = null, trainAtMax = null] = await readCarried(session, place, [
    minStep,
    maxStep,
  ])
  return { ...state, summary: { ...state.summary, trainAtMin, trainAtMax } }
}
