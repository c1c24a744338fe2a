import { RunoffError } from '@runoff/core'
import type { RunSource, SeriesRequest, SeriesResult } from '@runoff/sources'

interface Waiting {
  readonly request: SeriesRequest
  readonly signal: AbortSignal
  readonly resolve: (result: SeriesResult) => void
  readonly reject: (error: unknown) => void
}

/** Answers one request; requests that are issued together reach the source together. */
export type ReadOne = (request: SeriesRequest, signal: AbortSignal) => Promise<SeriesResult>

const batchers = new WeakMap<RunSource, ReadOne>()

/** Returns the one batcher of a source, so that charts side by side share its calls. */
export function seriesBatcher(source: RunSource): ReadOne {
  const known = batchers.get(source)
  if (known !== undefined) return known
  const made = createSeriesBatcher(source)
  batchers.set(source, made)
  return made
}

/**
 * Gathers the requests of one tick into one `readSeries`.
 *
 * A request that is called off rejects with its signal's reason; the call itself is called off
 * with the last of its requests. Where the source rejects a call for several runs, each run is
 * asked for alone, so that one bad run never hides the others.
 */
function createSeriesBatcher(source: RunSource): ReadOne {
  let waiting: Waiting[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const send = (): void => {
    const batch = waiting
    waiting = []
    timer = undefined
    void ask(source, batch)
  }

  const forget = (one: Waiting): void => {
    waiting = waiting.filter((other) => other !== one)
    if (waiting.length > 0) return
    clearTimeout(timer)
    timer = undefined
  }

  return (request, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const one = { request, signal, resolve, reject }
      const stop = (): void => {
        forget(one)
        reject(signal.reason)
      }
      signal.addEventListener('abort', stop, { once: true })
      waiting.push(one)
      // A timer, not a microtask: retries that were put off together come in one tick each.
      timer ??= setTimeout(send, 0)
    })
}

async function ask(source: RunSource, batch: readonly Waiting[]): Promise<void> {
  const wanted = batch.filter(({ signal }) => !signal.aborted)
  if (wanted.length === 0) return
  try {
    const requests = wanted.map(({ request }) => request)
    const results = await source.readSeries(requests, { signal: allAborted(wanted) })
    wanted.forEach((one, i) => settle(one, results[i], source))
  } catch (error) {
    const runs = byRun(wanted)
    if (runs.length > 1) await Promise.all(runs.map((run) => ask(source, run)))
    else wanted.forEach(({ reject }) => reject(error))
  }
}

/** Returns a signal that aborts once every one of these has. */
function allAborted(wanted: readonly Waiting[]): AbortSignal {
  const controller = new AbortController()
  let left = wanted.length
  for (const { signal } of wanted) {
    const count = (): void => {
      left -= 1
      if (left === 0) controller.abort(signal.reason)
    }
    signal.addEventListener('abort', count, { once: true })
  }
  return controller.signal
}

function byRun(wanted: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const runs = new Map<string, Waiting[]>()
  for (const one of wanted) {
    const run = runs.get(one.request.runId)
    if (run === undefined) runs.set(one.request.runId, [one])
    else run.push(one)
  }
  return [...runs.values()]
}

function settle(one: Waiting, result: SeriesResult | undefined, source: RunSource): void {
  const { runId, metric } = one.request
  if (result?.request.runId === runId && result.request.metric === metric) {
    one.resolve(result)
    return
  }
  one.reject(
    new RunoffError(
      'source-failed',
      `The source "${source.id}" did not answer for "${metric}" of run "${runId}". ` +
        'readSeries gives one answer for each request, in their order.',
    ),
  )
}
