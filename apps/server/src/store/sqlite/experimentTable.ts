import type { DatabaseSync } from 'node:sqlite'
import { compareText, RunoffError } from '@runoff/core'
import type { Experiment } from '../metricStore.ts'
import { nameBasedId } from '../nameBasedId.ts'
import { integerOf, jsonOf, textOf, type Row } from './columns.ts'

export interface ExperimentTable {
  create(name: string): Experiment
  get(id: string): Experiment | null
  list(): readonly Experiment[]
  /** @throws {RunoffError} `not-found` for an unknown id. */
  numberOf(id: string): number
}

export function experimentTable(database: DatabaseSync): ExperimentTable {
  const insert = database.prepare(
    'INSERT INTO experiments (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  const counted = `
    SELECT id, name, (SELECT count(*) FROM runs WHERE experiment = experiments.number) AS run_count
    FROM experiments`
  const get = database.prepare(`${counted} WHERE id = ?`)
  const list = database.prepare(counted)
  const find = database.prepare('SELECT number FROM experiments WHERE id = ?')
  return {
    create(name) {
      const id = nameBasedId('experiment', name)
      insert.run(id, JSON.stringify(name))
      return experimentOf(get.get(id) ?? {})
    },
    get(id) {
      const row = get.get(id)
      return row === undefined ? null : experimentOf(row)
    },
    list: () =>
      list
        .all()
        .map(experimentOf)
        .sort((a, b) => compareText(a.name, b.name)),
    numberOf(id) {
      const row = find.get(id)
      if (row === undefined) {
        throw new RunoffError('not-found', 'There is no experiment with this id.')
      }
      return integerOf(row['number'])
    },
  }
}

function experimentOf(row: Row): Experiment {
  return {
    id: textOf(row['id']),
    name: String(jsonOf(row['name'])),
    runCount: integerOf(row['run_count']),
  }
}
