import { memberOf, numberAt } from '../rest/readJson.ts'
import type { RestContext } from '../rest/restContext.ts'
import type { SeriesRequest } from '../source.ts'
import { listIn, valueAt } from '../trackers/answerParts.ts'
import { askTracker } from '../trackers/askTracker.ts'
import { keepReading, type ReadPage } from '../trackers/keepReading.ts'
import { placeTracked, type TrackedPoint } from '../trackers/placeTracked.ts'
import type { TrackedReading } from '../trackers/readTracked.ts'
import { mlflowNumber } from './mlflowNumber.ts'
import { nextToken } from './nextToken.ts'

/** The most that MLflow gives in one answer. */
const pointsPerPage = 25_000
const mostSampled = 2500

/** Reads the points of a metric: all of them, or a sample where they are many and few are wanted. */
export function readHistory(context: RestContext): TrackedReading['read'] {
  return async (raw, request, signal) => {
    const readPage = async (token: string | null): Promise<ReadPage<TrackedPoint>> => {
      const query = new URLSearchParams({
        run_id: request.runId,
        metric_key: raw,
        max_results: String(pointsPerPage),
        ...(token !== null && { page_token: token }),
      })
      const path = '/api/2.0/mlflow/metrics/get-history'
      const answer = await askTracker(context, { path, query }, signal)
      return { items: pointsIn(answer), next: nextToken(answer) }
    }
    const first = await readPage(null)
    if (first.next !== null && request.maxPoints !== undefined) {
      const sample = await readSample(context, { raw, request }, signal)
      if (sample !== null) return placeTracked(sample, 'sampled')
    }
    return placeTracked(
      await keepReading(async (token) => (token === null ? first : readPage(token))),
    )
  }
}

/** Asks for points at about equal distances; `null` where the server cannot do that. */
async function readSample(
  context: RestContext,
  { raw, request }: { readonly raw: string; readonly request: SeriesRequest },
  signal?: AbortSignal,
): Promise<readonly TrackedPoint[] | null> {
  const { runId, range, since = -Infinity, maxPoints = mostSampled } = request
  const from = wholeStep(Math.ceil(Math.max(range?.from ?? -Infinity, since)))
  const to = wholeStep(Math.floor(range?.to ?? Infinity))
  const query = new URLSearchParams({
    // The steps of several runs would be mixed, so that each would hide points of the others.
    run_ids: runId,
    metric_key: raw,
    max_results: String(Math.min(maxPoints, mostSampled)),
    start_step: String(Math.min(from, to)),
    end_step: String(to),
  })
  const path = '/ajax-api/2.0/mlflow/metrics/get-history-bulk-interval'
  try {
    return pointsIn(await askTracker(context, { path, query }, signal))
  } catch {
    signal?.throwIfAborted()
    return null
  }
}

function wholeStep(step: number): number {
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(step, Number.MAX_SAFE_INTEGER))
}

function pointsIn(answer: unknown): readonly TrackedPoint[] {
  return listIn(answer, 'metrics').map((point) => ({
    // A point that was logged without a step is at step 0, also where the answer leaves that out.
    step: memberOf(point, 'step') === undefined ? 0 : valueAt(point, 'step'),
    value: mlflowNumber(memberOf(point, 'value')),
    timeMs: numberAt(point, 'timestamp') ?? NaN,
  }))
}
