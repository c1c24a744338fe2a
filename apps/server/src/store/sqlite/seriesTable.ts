import type { DatabaseSync } from 'node:sqlite'
import type { Basis, MetricSeries, Notice, StepUnit } from '@runoff/core'
import { integerOf, jsonOf, numberOf, textOf } from './columns.ts'

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
  /** The numbers of the same metrics. */
  metrics(run: number): readonly number[]
  /** Keeps the facts of a series; those of one that is there already stay. */
  add(run: number, metric: number, series: MetricSeries, notices: readonly Notice[]): void
  /** Says of a series that is there what is odd about it, in place of what was said. */
  tell(run: number, metric: number, notices: readonly Notice[]): void
  /** Counts points that were added, where the series was one whose total is known. */
  grow(run: number, metric: number, points: number): void
  /** Removes what is known of one series, or of all of the run. */
  clear(run: number, metric?: number): void
}

export function seriesTable(database: DatabaseSync): SeriesTable {
  const select = database.prepare('SELECT * FROM series WHERE run = ? AND metric = ?')
  const names = database.prepare(
    'SELECT name FROM series JOIN metrics ON number = metric WHERE run = ? ORDER BY name',
  )
  const metrics = database.prepare('SELECT metric FROM series WHERE run = ?')
  const insert = database.prepare(`
    INSERT INTO series (run, metric, step_unit, basis, total, notices) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`)
  const grow = database.prepare('UPDATE series SET total = total + ? WHERE run = ? AND metric = ?')
  const tell = database.prepare('UPDATE series SET notices = ? WHERE run = ? AND metric = ?')
  const remove = database.prepare('DELETE FROM series WHERE run = ?')
  const removeOne = database.prepare('DELETE FROM series WHERE run = ? AND metric = ?')
  return {
    read(run, metric) {
      const row = select.get(run, metric)
      if (row === undefined) return null
      return {
        stepUnit: textOf(row['step_unit']) as StepUnit,
        basis: textOf(row['basis']) as Basis,
        total: numberOf(row['total']),
        notices: jsonOf(row['notices']) as readonly Notice[],
      }
    },
    names: (run) => names.all(run).map((row) => String(jsonOf(row['name']))),
    metrics: (run) => metrics.all(run).map((row) => integerOf(row['metric'])),
    add(run, metric, { stepUnit = 'step', basis, total }, notices) {
      insert.run(run, metric, stepUnit, basis, total, JSON.stringify(notices))
    },
    tell: (run, metric, notices) => void tell.run(JSON.stringify(notices), run, metric),
    grow: (run, metric, points) => void grow.run(points, run, metric),
    clear(run, metric) {
      if (metric === undefined) remove.run(run)
      else removeOne.run(run, metric)
    },
  }
}
