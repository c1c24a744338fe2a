import type { DatabaseSync } from 'node:sqlite'
import { integerOf, jsonOf } from './columns.ts'

/** Metric names by number, so that a point does not repeat its name. */
export interface MetricNames {
  /** Returns the number of a name, made if there is none. Call it inside a transaction. */
  intern(name: string): number
  /** Returns the number of a name, or `null` where no run has such a metric. */
  find(name: string): number | null
  /** Returns the name that has a number. */
  nameOf(number: number): string
}

export function metricNames(database: DatabaseSync): MetricNames {
  const insert = database.prepare('INSERT INTO metrics (name) VALUES (?) RETURNING number')
  const select = database.prepare('SELECT number FROM metrics WHERE name = ?')
  const selectName = database.prepare('SELECT name FROM metrics WHERE number = ?')
  const find = (name: string): number | null => {
    const row = select.get(JSON.stringify(name))
    return row === undefined ? null : integerOf(row['number'])
  }
  return {
    find,
    intern: (name) => find(name) ?? integerOf(insert.get(JSON.stringify(name))?.['number']),
    nameOf: (number) => String(jsonOf(selectName.get(number)?.['name'])),
  }
}
