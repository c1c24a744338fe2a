import type { MetricSeries } from '@runoff/core'
import { createLogParser, type LogRecord } from '@runoff/logs'
import { holeInLog } from '../store/logPlace.ts'
import type { LogChunk, MetricStore } from '../store/metricStore.ts'
import { createPlacer } from './placer.ts'
import { createPointWriter } from './pointWriter.ts'

/** A piece of a log, as it is sent. */
export interface LogPiece extends LogChunk {
  /** When it was printed, in Unix milliseconds: the time of records that name none. */
  readonly printedAtMs?: number
}

/** The log of one run, read while it grows. */
export interface Capture {
  /** Keeps a piece of the log and the points in it; returns how many bytes of the log are kept. */
  append(piece: LogPiece): Promise<number>
  /** Reads a last line that has no end. Nothing can be appended after it. */
  end(): Promise<void>
}

/** So much of a log is read again at once. */
const pieceBytes = 1024 * 1024

/**
 * Begins to read the log of a run, behind what is kept of it.
 *
 * What is kept is read again first: the lines before tell what those after them mean, and points
 * of a piece that was kept may be missing if the process that kept it was stopped.
 *
 * @throws {RunoffError} `not-found` for an unknown run.
 */
export async function startCapture(store: MetricStore, runId: string): Promise<Capture> {
  const decoder = new TextDecoder()
  const parser = createLogParser()
  const { size: kept } = await store.readLog(runId, { maxBytes: 0 })
  const placer = createPlacer()
  const points = createPointWriter(store, runId, placer)
  const place = (records: readonly LogRecord[], printedAtMs: number | null): void => {
    for (const record of records) placer.add({ ...record, timeMs: record.timeMs ?? printedAtMs })
  }
  const read = (bytes: Uint8Array, printedAtMs: number | null): void => {
    place(parser.push(decoder.decode(bytes, { stream: true })), printedAtMs)
  }

  let size = 0
  let lastMs: number | null = null
  while (size < kept) {
    const piece = await store.readLog(runId, { from: size, maxBytes: pieceBytes })
    if (piece.bytes.length === 0) break
    read(piece.bytes, null)
    size += piece.bytes.length
  }
  if (size > 0) placer.skipStored(await storedSeries(store, runId))
  await points.write()

  return {
    async append({ offset, bytes, printedAtMs = null }) {
      if (offset > size) throw holeInLog(offset, size)
      const fresh = bytes.subarray(Math.min(bytes.length, size - offset))
      if (fresh.length > 0) {
        await store.appendLog(runId, { offset: size, bytes: fresh })
        size += fresh.length
        read(fresh, printedAtMs)
        lastMs = printedAtMs
      }
      await points.write()
      return size
    },
    async end() {
      place(parser.push(decoder.decode()), lastMs)
      place(parser.end(), lastMs)
      await points.write()
    },
  }
}

async function storedSeries(
  store: MetricStore,
  runId: string,
): Promise<ReadonlyMap<string, MetricSeries>> {
  const stored = await store.readSeries(runId)
  return new Map(stored.map(({ metric, series }) => [metric, series]))
}
