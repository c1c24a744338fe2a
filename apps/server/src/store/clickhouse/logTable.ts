import { holeInLog, requireWholeBytes } from '../logPlace.ts'
import type { LogChunk, StoredLog } from '../metricStore.ts'
import type { ChangeTable } from './changeTable.ts'
import { encodeRows } from './rowBinary.ts'
import { requireRun } from './runTable.ts'
import { runKey, type Session } from './session.ts'
import { keySql, wholeSql } from './sqlText.ts'

/** Longer pieces are cut, so that reading a little of a log never reads much of it. */
const pieceLength = 65_536

/** Adds to what a run printed, and returns how many bytes of it there are then. */
export async function appendLog(
  session: Session,
  changes: ChangeTable,
  runId: string,
  { offset, bytes }: LogChunk,
): Promise<number> {
  requireWholeBytes('A piece of a log begins', offset)
  return session.inTurn(runKey(runId), async () => {
    const { key, experimentId } = await requireRun(session, runId)
    const known = await logSize(session, key)
    if (offset > known) throw holeInLog(offset, known)
    const size = Math.max(known, offset + bytes.length)
    if (size === known) return known
    const rows: [string, number, number, Uint8Array][] = []
    for (let start = known; start < size; start += pieceLength) {
      const piece = bytes.subarray(start - offset, start - offset + pieceLength)
      rows.push([key, start, piece.length, piece])
    }
    const encoded = encodeRows(['key', 'whole', 'whole', 'bytes'], rows)
    await session.engine.insert('logs', ['run', 'start', 'size', 'bytes'], encoded)
    await changes.add({ experimentId, runId, metrics: [], logSize: size })
    return size
  })
}

/** Returns a part of what a run printed. */
export async function readLog(
  session: Session,
  runId: string,
  {
    from: wanted = 0,
    maxBytes = Number.MAX_SAFE_INTEGER,
  }: { readonly from?: number; readonly maxBytes?: number },
): Promise<StoredLog> {
  requireWholeBytes('A part of a log begins', wanted)
  requireWholeBytes('A part of a log ends', maxBytes)
  const { key } = await requireRun(session, runId)
  const size = await logSize(session, key)
  const from = Math.min(wanted, size)
  const to = Math.min(from + maxBytes, size)
  const bytes = new Uint8Array(to - from)
  if (from === to) return { offset: from, bytes, size }
  const rows = await session.engine.read(
    ['whole', 'bytes'],
    `SELECT start, bytes FROM logs FINAL WHERE run = ${keySql(key)}
      AND start < ${wholeSql(to)} AND start >= ${wholeSql(Math.max(0, from - pieceLength))}
    ORDER BY start DESC`,
  )
  // Two stores may have kept pieces that overlap: the one that begins first stands.
  for (const [start, piece] of rows) {
    if (start + piece.length <= from) continue
    bytes.set(piece.subarray(Math.max(0, from - start), to - start), Math.max(0, start - from))
  }
  return { offset: from, bytes, size }
}

async function logSize({ engine }: Session, key: string): Promise<number> {
  const sql = `SELECT max(start + size) FROM logs WHERE run = ${keySql(key)}`
  return (await engine.read(['whole'], sql))[0]?.[0] ?? 0
}
