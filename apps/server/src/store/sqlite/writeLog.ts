import type { LogChunk } from '../metricStore.ts'
import type { Tables } from './tables.ts'

/** Adds to what a run printed. Call it inside a transaction. */
export function appendLog(tables: Tables, runId: string, chunk: LogChunk): number {
  const run = tables.runs.require(runId).number
  const before = tables.logs.size(run)
  const size = tables.logs.append(run, chunk)
  if (size > before) tables.changes.add(run, undefined, size)
  return size
}
