import type { DatabaseSync } from 'node:sqlite'
import type { Basis, MetricSeries, Notice, StepUnit } from '@runoff/core'
import { numberOf, textOf } from './columns.ts'

/** What is known of a series beside its points. */
export interface SeriesFacts {
  readonly stepUnit: StepUnit
  readonly basis: Basis
  readonly total: number | null
  readonly notices: readonly Notice[]
}

export interface SeriesTable {
  read(run: number, metric: number): SeriesFacts | null
  /** The names of all metrics that the run has a series of. */
  names(run: number): readonly string[]
  /** Keeps the facts of a series; those of one that is there already stay. */
  add(run: number, metric: number, series: MetricSeries, notices: readonly Notice[]): void
  /** Counts points that were added, where the series was one whose total is known. */
  grow(run: number, metric: number, points: number): void
  clear(run: number): void
}

export function seriesTable(database: DatabaseSync): SeriesTable {
  const select = database.prepare('SELECT * FROM series WHERE run = ? AND metric = ?')
  const names = database.prepare(
    'SELECT name FROM series JOIN metrics ON number = metric WHERE run = ? ORDER BY name',
  )
  const insert = database.prepare(`
    INSERT INTO series (run, metric, step_unit, basis, total, notices) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`)
  const grow = database.prepare('UPDATE series SET total = total + ? WHERE run = ? AND metric = ?')
  const remove = database.prepare('DELETE FROM series WHERE run = ?')
  return {
    read(run, metric) {
      const row = select.get(run, metric)
      if (row === undefined) return null
      return {
        stepUnit: textOf(row['step_unit']) as StepUnit,
        basis: textOf(row['basis']) as Basis,
        total: numberOf(row['total']),
        notices: JSON.parse(textOf(row['notices'])) as readonly Notice[],
      }
    },
    names: (run) => names.all(run).map((row) => String(JSON.parse(textOf(row['name'])))),
    add(run, metric, { stepUnit = 'step', basis, total }, notices) {
      insert.run(run, metric, stepUnit, basis, total, JSON.stringify(notices))
    },
    grow: (run, metric, points) => void grow.run(points, run, metric),
    clear: (run) => void remove.run(run),
  }
}
