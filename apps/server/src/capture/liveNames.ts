import type { LogRecord } from '@runoff/logs'
import { nameMetrics } from '@runoff/sources/files'

/** Returns the canonical name of a metric of a record. */
export type LiveNames = (raw: string, record: LogRecord) => string

/** A log has few kinds of records; one with more has names that differ from record to record. */
const mostKinds = 200

/**
 * Returns names for the metrics of a log that grows, as `nameMetrics` gives them for a whole one.
 *
 * It looks at one record of each kind that came so far. A name that was once given stays: points
 * are stored under it.
 */
export function createLiveNames(): LiveNames {
  const given = new Map<string, string>()
  const kinds = new Map<string, LogRecord>()
  return (raw, record) => {
    const key = JSON.stringify([record.phase, raw])
    const known = given.get(key)
    if (known !== undefined) return known
    if (kinds.size < mostKinds) kinds.set(kindOf(record), record)
    const nameOf = nameMetrics([...kinds.values(), record])
    for (const other of record.metrics.keys()) {
      const otherKey = JSON.stringify([record.phase, other])
      if (!given.has(otherKey)) given.set(otherKey, nameOf(other, record.phase))
    }
    return given.get(key) ?? raw
  }
}

function kindOf({ phase, metrics }: LogRecord): string {
  return JSON.stringify([phase, ...metrics.keys()])
}
