import type { RunPage, RunQuery, RunSource, SeriesRequest, SeriesResult } from '@runoff/sources'
import { memorySource, type MemoryRun } from '@runoff/sources/memory'

/** A source whose runs change under the eyes of a test, and what it was asked. */
export interface LiveSource {
  readonly source: RunSource
  readonly lists: readonly RunQuery[]
  readonly reads: readonly (readonly SeriesRequest[])[]
  /** How many calls were called off before they were answered. */
  readonly calledOff: () => number
  /** From now on the source has these runs. */
  readonly become: (runs: readonly MemoryRun[]) => void
  /** From now on each call fails so; `null` mends it. */
  readonly failWith: (error: Error | null) => void
  /** From now on nothing is answered until `release` lets everything go. */
  readonly hold: () => void
  readonly release: () => void
}

export function liveSource(runs: readonly MemoryRun[], id = 'live'): LiveSource {
  let inner = memorySource({ id, runs })
  let failure: Error | null = null
  let gate = Promise.resolve()
  let open: (() => void) | null = null
  let calledOff = 0
  const lists: RunQuery[] = []
  const reads: (readonly SeriesRequest[])[] = []

  const answer = async <Answer>(
    signal: AbortSignal | undefined,
    read: () => Promise<Answer>,
  ): Promise<Answer> => {
    let isAnswered = false
    signal?.addEventListener('abort', () => {
      if (!isAnswered) calledOff += 1
    })
    try {
      // What was there when it was asked, as a slow server would answer.
      const now = await read()
      await gate
      if (failure !== null) throw failure
      return now
    } finally {
      isAnswered = true
    }
  }

  return {
    source: {
      id,
      listRuns: (query, options): Promise<RunPage> => {
        lists.push(query)
        return answer(options?.signal, () => inner.listRuns(query))
      },
      readSeries: (requests, options): Promise<readonly SeriesResult[]> => {
        reads.push(requests)
        return answer(options?.signal, () => inner.readSeries(requests))
      },
    },
    lists,
    reads,
    calledOff: () => calledOff,
    become: (next) => {
      inner = memorySource({ id, runs: next })
    },
    failWith: (error) => {
      failure = error
    },
    hold: () => {
      if (open !== null) return
      gate = new Promise((resolve) => {
        open = resolve
      })
    },
    release: () => {
      open?.()
      open = null
    },
  }
}

/** A run that logged these values of its train loss at steps 1, 2, 3, … */
export function runOf(
  id: string,
  values: readonly number[],
  more: Partial<MemoryRun> = {},
): MemoryRun {
  const points = values.map((value, i) => ({ step: i + 1, value }))
  return { id, name: id, status: 'completed', series: { 'train/loss': points }, ...more }
}
