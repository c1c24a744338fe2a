import type { DatabaseSync } from 'node:sqlite'
import { defineRun, RunoffError, runToJson, type Run, type RunJson } from '@runoff/core'
import { nameKey, plainText } from '../runOrder.ts'
import { integerOf, jsonOf, textOf, type Row } from './columns.ts'
import type { SummaryTable } from './summaryTable.ts'

/** What tells a run from others, and whether it is still what was saved. */
export interface RunEntry {
  readonly number: number
  readonly experimentId: string
  readonly contentHash: string
}

/** The runs themselves: columns for what is filtered by, JSON for the rest. */
export interface RunTable {
  /** Returns where a run is, or `null`. */
  find(id: string): RunEntry | null
  /** @throws {RunoffError} `not-found` for an unknown run. */
  require(id: string): RunEntry
  /** Returns the number of the run. */
  write(experiment: number, run: Run, contentHash: string): number
  /** Writes what is known of a run that is there, its metrics aside. */
  update(number: number, run: Run): void
  get(experimentId: string, id: string): Run | null
  read(number: number): Run
  setArchived(number: number, archived: boolean): void
}

/** What is written of a run itself; what it is found and ordered by stands in columns of its own. */
const writtenColumns = [
  'status',
  'started_at',
  'search_text',
  'name_key',
  'model',
  'dataset',
  'run_group',
  'details',
] as const

export function runTable(database: DatabaseSync, summaries: SummaryTable): RunTable {
  const find = database.prepare(`
    SELECT runs.number, content_hash, experiments.id AS experiment
    FROM runs JOIN experiments ON experiments.number = experiment WHERE runs.id = ?`)
  const insert = database.prepare(`
    INSERT INTO runs (id, experiment, content_hash, archived, is_archived, ${writtenColumns.join(', ')})
    VALUES (:id, :experiment, :contentHash, :archived, :archived, :${writtenColumns.join(', :')})
    ON CONFLICT (id) DO UPDATE SET
      experiment = excluded.experiment, content_hash = excluded.content_hash,
      archived = excluded.archived,
      is_archived = coalesce(archived_by_choice, excluded.archived),
      ${writtenColumns.map((name) => `${name} = excluded.${name}`).join(', ')}
    RETURNING number`)
  const update = database.prepare(`
    UPDATE runs SET ${writtenColumns.map((name) => `${name} = :${name}`).join(', ')}
    WHERE number = :number`)
  const read = database.prepare('SELECT number, details, is_archived FROM runs WHERE number = ?')
  const choose = database.prepare(
    'UPDATE runs SET archived_by_choice = :archived, is_archived = :archived WHERE number = :number',
  )

  const runOf = (row: Row): Run => ({
    ...defineRun(jsonOf(row['details']) as RunJson),
    archived: integerOf(row['is_archived']) !== 0,
    metrics: summaries.read(integerOf(row['number'])),
  })
  const entryOf = (id: string): RunEntry | null => {
    const row = find.get(id)
    if (row === undefined) return null
    return {
      number: integerOf(row['number']),
      experimentId: textOf(row['experiment']),
      contentHash: textOf(row['content_hash']),
    }
  }

  return {
    find: entryOf,
    require: (id) => entryOf(id) ?? unknownRun(),
    write(experiment, run, contentHash) {
      const archived = Number(run.archived)
      const entry = { id: run.id, experiment, contentHash, archived }
      return integerOf(insert.get({ ...entry, ...cellsOf(run) })?.['number'])
    },
    update: (number, run) => void update.run({ number, ...cellsOf(run) }),
    get(experimentId, id) {
      const entry = entryOf(id)
      if (entry === null || entry.experimentId !== experimentId) return null
      return runOf(read.get(entry.number) ?? {})
    },
    read: (number) => runOf(read.get(number) ?? {}),
    setArchived: (number, archived) => void choose.run({ archived: Number(archived), number }),
  }
}

function unknownRun(): never {
  throw new RunoffError('not-found', 'There is no run with this id.')
}

type WrittenColumn = (typeof writtenColumns)[number]

function cellsOf(run: Run): Readonly<Record<WrittenColumn, string | number | null>> {
  const { name, model, dataset, group, status } = run
  const texts = [name, model, dataset].filter((text) => text !== null)
  return {
    status,
    started_at: run.startedAtMs,
    search_text: texts.map(plainText).join('\n'),
    name_key: nameKey(name),
    model: JSON.stringify(model),
    dataset: JSON.stringify(dataset),
    run_group: JSON.stringify(group),
    details: JSON.stringify(runToJson({ ...run, metrics: new Map() })),
  }
}
