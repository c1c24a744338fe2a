import { readNumber, RunoffError } from '@runoff/core'
import { mapLimited } from '../async/mapLimited.ts'
import { isObject, memberOf, textAt, wrongAnswer } from '../rest/readJson.ts'
import type { RestContext } from '../rest/restContext.ts'
import { objectAt, valueAt } from '../trackers/answerParts.ts'
import { askTracker } from '../trackers/askTracker.ts'
import type { TrackedPoint } from '../trackers/placeTracked.ts'

export interface ScalarRef {
  readonly run: string
  readonly tag: string
}

/** The points of a series, none where TensorBoard has no such series, or why they are not there. */
export type Scalars = readonly TrackedPoint[] | RunoffError

/** Series of one question, and characters of it, so that it fits into a URL. */
const most = { series: 20, characters: 6000, questions: 6 }

/** Reads several series, many with one request; the answers are in the order of `refs`. */
export async function readScalars(
  context: RestContext,
  refs: readonly ScalarRef[],
  signal?: AbortSignal,
): Promise<readonly Scalars[]> {
  const answers = await mapLimited(batchesOf(refs), most.questions, (batch) =>
    readBatch(context, batch, signal),
  )
  return answers.flat()
}

function batchesOf(refs: readonly ScalarRef[]): readonly (readonly ScalarRef[])[] {
  const batches: ScalarRef[][] = []
  let characters = Infinity
  for (const ref of refs) {
    const own = new URLSearchParams({ requests: questionOf([ref]) }).toString().length
    characters += own
    if (characters > most.characters || (batches.at(-1)?.length ?? 0) >= most.series) {
      batches.push([])
      characters = own
    }
    batches.at(-1)?.push(ref)
  }
  return batches
}

function questionOf(refs: readonly ScalarRef[]): string {
  return JSON.stringify(refs.map(({ run, tag }) => ({ plugin: 'scalars', tag, run })))
}

async function readBatch(
  context: RestContext,
  refs: readonly ScalarRef[],
  signal?: AbortSignal,
): Promise<readonly Scalars[]> {
  const path = '/data/plugin/timeseries/timeSeries'
  const query = new URLSearchParams({ requests: questionOf(refs) })
  try {
    const answer = await askTracker(context, { path, query }, signal)
    if (!Array.isArray(answer)) throw wrongAnswer('it is no list of series')
    return refs.map((ref, i) => scalarsIn(answer[i], ref))
  } catch (cause) {
    signal?.throwIfAborted()
    const error = cause instanceof RunoffError ? cause : wrongAnswer('it has no series')
    return refs.map(() => error)
  }
}

function scalarsIn(answer: unknown, { run, tag }: ScalarRef): Scalars {
  if (!isObject(answer) || memberOf(answer, 'tag') !== tag)
    return wrongAnswer('a series is missing')
  const refused = textAt(answer, 'error')
  if (refused !== null) {
    return new RunoffError(
      'source-failed',
      `TensorBoard refused a series: ${refused.slice(0, 300)}`,
    )
  }
  const points = memberOf(objectAt(answer, 'runToSeries'), run) ?? []
  if (!Array.isArray(points)) return wrongAnswer('a series is no list of points')
  return points.filter(isObject).map((point) => ({
    step: valueAt(point, 'step'),
    value: readNumber(memberOf(point, 'value')) ?? NaN,
    timeMs: valueAt(point, 'wallTime') * 1000,
  }))
}
