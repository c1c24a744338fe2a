import type { DatabaseSync } from 'node:sqlite'
import type { StoreChange, StoreChanges } from '../metricStore.ts'
import { integerOf, jsonOf, numberOf, textOf, type Row } from './columns.ts'
import type { MetricNames } from './metricNames.ts'

/** The steps from the first to the last that changed, by metric. */
export type Stretches = ReadonlyMap<number, { readonly from: number; readonly to: number }>

/** What happened to runs, the latest of it. */
export interface ChangeTable {
  /** Notes a change. Call it in the transaction that makes it. */
  add(run: number, stretches?: Stretches, logSize?: number): void
  read(after: number, limit: number): StoreChanges
}

/** As they are kept: the metrics that share a stretch after its two ends. */
type KeptStretches = readonly (readonly number[])[]

export function changeTable(
  database: DatabaseSync,
  names: MetricNames,
  keptChanges: number,
): ChangeTable {
  const insert = database.prepare(
    'INSERT INTO changes (run, stretches, log_size) VALUES (?, ?, ?) RETURNING sequence',
  )
  const forget = database.prepare('DELETE FROM changes WHERE sequence <= ?')
  const ends = database.prepare(`
    SELECT coalesce((SELECT min(sequence) FROM changes), 1) AS first,
      coalesce((SELECT max(sequence) FROM changes), 0) AS latest`)
  const select = database.prepare(`
    SELECT sequence, experiments.id AS experiment, runs.id AS run, stretches, log_size
    FROM changes JOIN runs ON runs.number = changes.run
      JOIN experiments ON experiments.number = runs.experiment
    WHERE sequence > ? ORDER BY sequence LIMIT ?`)

  const changeOf = (row: Row): StoreChange => ({
    sequence: integerOf(row['sequence']),
    experimentId: textOf(row['experiment']),
    runId: textOf(row['run']),
    metrics: (jsonOf(row['stretches']) as KeptStretches).flatMap(([from = 0, to = 0, ...metrics]) =>
      metrics.map((metric) => ({ metric: names.nameOf(metric), from, to })),
    ),
    logSize: numberOf(row['log_size']),
  })

  return {
    add(run, stretches = new Map(), logSize) {
      const row = insert.get(run, JSON.stringify(groupStretches(stretches)), logSize ?? null)
      forget.run(integerOf(row?.['sequence']) - keptChanges)
    },
    read(after, limit) {
      const row = ends.get() ?? {}
      const latest = integerOf(row['latest'])
      return {
        changes: select.all(after, limit).map(changeOf),
        latest,
        hasGap: after > latest || after < integerOf(row['first']) - 1,
      }
    },
  }
}

/** A batch most often has the same steps of every metric: these are written once. */
function groupStretches(stretches: Stretches): KeptStretches {
  const groups = new Map<string, number[]>()
  for (const [metric, { from, to }] of stretches) {
    const group = groups.get(`${from} ${to}`)
    if (group === undefined) groups.set(`${from} ${to}`, [from, to, metric])
    else group.push(metric)
  }
  return Array.from(groups.values())
}
