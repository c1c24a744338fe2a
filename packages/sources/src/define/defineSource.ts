import { RunoffError } from '@runoff/core'
import { withSignal } from '../async/withSignal.ts'
import type { RunSource } from '../source.ts'
import { checkPage } from './checkPage.ts'
import { checkQuery, checkRequest } from './checkQuery.ts'
import { checkResults } from './checkResults.ts'
import { sourceFailure } from './sourceFailure.ts'

/**
 * Wraps an adapter, so that it fails, stops and answers as every source does.
 *
 * Whatever it throws becomes a `RunoffError` `source-failed` with the cause; a `RunoffError` passes
 * as it is. An aborted request rejects at once with the signal's own reason. `readSeries` gives one
 * result per request, in order: what the adapter left out is a failed result. After `watch` is
 * stopped nothing is called back.
 *
 * @throws {RunoffError} `bad-option` when the id is empty, or a query asks for what cannot be.
 */
export function defineSource(source: RunSource): RunSource {
  const { id } = source
  if (typeof id !== 'string' || id === '') {
    throw new RunoffError(
      'bad-option',
      'A source needs an id that is not empty. Pass a short name such as "mlflow".',
    )
  }
  return {
    id,
    async listRuns(query, options) {
      checkQuery(query)
      return guard(id, options?.signal, async () =>
        checkPage(id, await source.listRuns(query, options), query),
      )
    },
    async readSeries(requests, options) {
      for (const request of requests) checkRequest(request)
      return guard(id, options?.signal, async () =>
        checkResults(id, requests, await source.readSeries(requests, options)),
      )
    },
    ...(source.watch && { watch: watchOf(source) }),
    ...(source.setArchived && { setArchived: setArchivedOf(source) }),
  }
}

async function guard<T>(
  id: string,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await withSignal(signal, work)
  } catch (error) {
    if (signal?.aborted) throw error
    throw sourceFailure(id, error)
  }
}

function watchOf(source: RunSource): NonNullable<RunSource['watch']> {
  return (query, onEvent) => {
    checkQuery(query)
    let isStopped = false
    const stop = guardStart(source.id, () =>
      source.watch?.(query, (event) => {
        if (!isStopped) onEvent(event)
      }),
    )
    return () => {
      if (isStopped) return
      isStopped = true
      stop?.()
    }
  }
}

function guardStart<T>(id: string, start: () => T): T {
  try {
    return start()
  } catch (error) {
    throw sourceFailure(id, error)
  }
}

function setArchivedOf(source: RunSource): NonNullable<RunSource['setArchived']> {
  return (ids, archived, options) =>
    guard(source.id, options?.signal, async () => source.setArchived?.(ids, archived, options))
}
