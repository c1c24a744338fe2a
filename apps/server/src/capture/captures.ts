import { RunoffError } from '@runoff/core'
import type { MetricStore } from '../store/metricStore.ts'
import { startCapture, type Capture, type LogPiece } from './capture.ts'

/** Reads the logs of runs while they are sent. */
export interface Captures {
  /**
   * Keeps a piece of a run's log and the points in it, and returns how many bytes of the log are
   * kept. Sending a piece again changes nothing.
   *
   * @throws {RunoffError} `not-found` for an unknown run; `bad-option` when the piece begins behind
   * the end of what is kept.
   */
  append(runId: string, piece: LogPiece): Promise<number>
  /** Reads a last line that has no end yet, and forgets the run. */
  finish(runId: string): Promise<void>
  close(): Promise<void>
}

/** So many logs are read at once; the one that was longest without news is read anew if it goes on. */
const mostOpen = 200

/** Returns what reads the logs that are sent to a store; those of one run one after the other. */
export function createCaptures(store: MetricStore): Captures {
  const open = new Map<string, Promise<Capture>>()
  const queues = new Map<string, Promise<unknown>>()

  const inTurn = <T>(runId: string, work: () => Promise<T>): Promise<T> => {
    const before = queues.get(runId) ?? Promise.resolve()
    const turn = before.then(work, work)
    const settled = turn.catch(() => undefined)
    queues.set(runId, settled)
    void settled.then(() => queues.get(runId) === settled && queues.delete(runId))
    return turn
  }
  const captureOf = (runId: string): Promise<Capture> => {
    const capture = open.get(runId) ?? startCapture(store, runId)
    open.delete(runId)
    open.set(runId, capture)
    const [oldest] = open.keys()
    if (open.size > mostOpen && oldest !== undefined) open.delete(oldest)
    return capture
  }

  return {
    append: (runId, piece) =>
      inTurn(runId, async () => {
        try {
          return await (await captureOf(runId)).append(piece)
        } catch (error) {
          // What was read may be more than what was kept: the log is read anew.
          if (!(error instanceof RunoffError && error.code === 'bad-option')) open.delete(runId)
          throw error
        }
      }),
    finish: (runId) =>
      inTurn(runId, async () => {
        const capture = await captureOf(runId)
        open.delete(runId)
        await capture.end()
      }),
    async close() {
      await Promise.all(queues.values())
      open.clear()
    },
  }
}
