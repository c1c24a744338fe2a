import type { Engine } from './engine.ts'
import { keySql, wholeSql } from './sqlText.ts'

/** Rows that no run names any more: of one metric, or all of a run. */
export interface Superseded {
  readonly run: string
  readonly metric?: string
  readonly generation: number
}

export interface Discarding {
  readonly discard: (superseded: readonly Superseded[]) => Promise<void>
  /** Forgets what still waits for it. */
  readonly finish: () => Promise<void>
}

/** A server rewrites whole parts of a table to forget a row: so many things are forgotten at once. */
const atOnce = 100

/** Where it fails, what is superfluous stays: it takes space, and is never shown. */
export function discarding(
  servers: readonly Engine[],
  tableName: (name: string) => string,
): Discarding {
  let waiting: readonly Superseded[] = []
  const finish = async (): Promise<void> => {
    const batch = waiting
    waiting = []
    const deletions = [
      deletionSql(tableName('points'), batch),
      // What is known of a metric is written over, unless the run itself was saved again.
      deletionSql(
        tableName('series'),
        batch.filter(({ metric }) => metric === undefined),
      ),
    ].filter((sql) => sql !== null)
    await Promise.allSettled(
      servers.flatMap((server) => deletions.map((sql) => server.command(sql))),
    )
  }
  return {
    async discard(superseded) {
      waiting = [...waiting, ...superseded]
      if (waiting.length >= atOnce) await finish()
    },
    finish,
  }
}

function deletionSql(table: string, batch: readonly Superseded[]): string | null {
  if (batch.length === 0) return null
  const conditions = batch.map(({ run, metric, generation }) => {
    const ofMetric = metric === undefined ? '' : ` AND metric = ${keySql(metric)}`
    return `(run = ${keySql(run)}${ofMetric} AND generation = ${wholeSql(generation)})`
  })
  return `ALTER TABLE ${table} DELETE WHERE ${conditions.join(' OR ')}`
}
