import { RunoffError } from '@runoff/core'
import type { RunSource } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import { fiveRuns } from './generatedRuns.ts'

/** A source that answers for good; `memorySource` with another part where a story needs one. */
export function sourceWith(parts: Partial<RunSource>): RunSource {
  return { ...memorySource({ runs: fiveRuns }), ...parts }
}

const never = <T>(): Promise<T> => new Promise<T>(() => {})

/** Nothing has come yet. */
export const silentSource: RunSource = sourceWith({ listRuns: never, readSeries: never })

/** The list is there and the curves are on their way. */
export const slowSource: RunSource = sourceWith({ readSeries: never })

/** A server that is down. */
export const brokenSource: RunSource = sourceWith({
  listRuns: () =>
    Promise.reject(
      new RunoffError('not-found', 'The server at /mlflow has no experiment 7. Check the number.'),
    ),
})

/** One run's files cannot be read; those of the others can. */
export function sourceWithBadRun(badRunId: string): RunSource {
  const good = memorySource({ runs: fiveRuns })
  return {
    ...good,
    readSeries: async (requests, options) => {
      const results = await good.readSeries(requests, options)
      return results.map((result) =>
        result.request.runId === badRunId
          ? { request: result.request, series: null, error: unreadable }
          : result,
      )
    },
  }
}

const unreadable = new RunoffError('bad-log', 'trainer_state.json ends in the middle of line 812.')

/** Data that is odd but usable. */
export function sourceWithNotices(): RunSource {
  const good = memorySource({ runs: fiveRuns })
  return {
    ...good,
    listRuns: async (query, options) => ({
      ...(await good.listRuns(query, options)),
      notices: [
        {
          code: 'bad-line',
          message: 'A line that is no JSON was left out.',
          path: 'outputs/lr-3e-4/train.jsonl',
          line: 12,
          count: 3,
        },
        { code: 'no-step', message: 'A folder without logs was left out: <b>tmp</b>\u202e.' },
      ],
    }),
  }
}
