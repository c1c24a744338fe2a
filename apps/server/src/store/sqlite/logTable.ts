import type { DatabaseSync } from 'node:sqlite'
import { holeInLog, requireWholeBytes } from '../logPlace.ts'
import type { LogChunk, StoredLog } from '../metricStore.ts'
import { bytesOf, integerOf } from './columns.ts'

/** Longer pieces are cut, so that reading a little of a log never reads much of it. */
const pieceLength = 65_536

/** What runs printed, in pieces that follow each other without a hole. */
export interface LogTable {
  /** Returns how many bytes of the log there are. */
  size(run: number): number
  /**
   * Adds what of a chunk is not there yet, and returns how many bytes there are then.
   *
   * @throws {RunoffError} `bad-option` when the chunk begins behind the end of what is there.
   */
  append(run: number, chunk: LogChunk): number
  /** @throws {RunoffError} `bad-option` when a bound is no whole number from 0 on. */
  read(run: number, range: { readonly from?: number; readonly maxBytes?: number }): StoredLog
}

export function logTable(database: DatabaseSync): LogTable {
  const selectSize = database.prepare(
    'SELECT start + length(bytes) AS size FROM logs WHERE run = ? ORDER BY start DESC LIMIT 1',
  )
  const insert = database.prepare('INSERT INTO logs (run, start, bytes) VALUES (?, ?, ?)')
  const select = database.prepare(`
    SELECT start, bytes FROM logs
    WHERE run = :run AND start < :to AND start >= (
      SELECT max(start) FROM logs WHERE run = :run AND start <= :from
    )
    ORDER BY start`)
  const size = (run: number): number => {
    const row = selectSize.get(run)
    return row === undefined ? 0 : integerOf(row['size'])
  }
  return {
    size,
    append(run, { offset, bytes }) {
      const known = size(run)
      requireWholeBytes('A piece of a log begins', offset)
      if (offset > known) throw holeInLog(offset, known)
      for (let start = known; start < offset + bytes.length; start += pieceLength) {
        insert.run(run, start, bytes.subarray(start - offset, start - offset + pieceLength))
      }
      return Math.max(known, offset + bytes.length)
    },
    read(run, { from: wanted = 0, maxBytes = Number.MAX_SAFE_INTEGER }) {
      requireWholeBytes('A part of a log begins', wanted)
      requireWholeBytes('A part of a log ends', maxBytes)
      const whole = size(run)
      const from = Math.min(wanted, whole)
      const to = Math.min(from + maxBytes, whole)
      const bytes = new Uint8Array(to - from)
      const rows = from < to ? select.all({ run, from, to }) : []
      for (const row of rows) {
        const start = integerOf(row['start'])
        const piece = bytesOf(row['bytes']).subarray(Math.max(0, from - start), to - start)
        bytes.set(piece, Math.max(0, start - from))
      }
      return { offset: from, bytes, size: whole }
    },
  }
}
