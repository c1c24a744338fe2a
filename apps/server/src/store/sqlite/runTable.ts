import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { defineRun, RunoffError, runToJson, type Run, type RunJson } from '@runoff/core'
import type { StoredRunPage, StoredRunQuery } from '../metricStore.ts'
import { integerOf, textOf } from './columns.ts'
import type { SummaryTable } from './summaryTable.ts'

/** The runs themselves: columns for what is filtered by, JSON for the rest. */
export interface RunTable {
  /** Returns the run's number and the hash it was saved with, or `null`. */
  find(id: string): { readonly number: number; readonly contentHash: string } | null
  /** Returns the number of the run. */
  write(experiment: number, run: Run, contentHash: string): number
  get(experimentId: string, id: string): Run | null
  /** @throws {RunoffError} `not-found` for an unknown run. */
  setArchived(id: string, archived: boolean): void
  list(query: StoredRunQuery): StoredRunPage
}

const matching = `
  FROM runs JOIN experiments ON experiments.number = runs.experiment
  WHERE experiments.id = :experiment
    AND (:archived OR NOT coalesce(archived_by_choice, archived))
    AND (:ids IS NULL OR runs.id IN (SELECT value FROM json_each(:ids)))
    AND (:status IS NULL OR status IN (SELECT value FROM json_each(:status)))
    AND (:search = '' OR instr(search_text, :search) > 0)`

type Row = Record<string, SQLOutputValue>

const shown = 'runs.number, details, coalesce(archived_by_choice, archived) AS is_archived'

export function runTable(database: DatabaseSync, summaries: SummaryTable): RunTable {
  const find = database.prepare('SELECT number, content_hash FROM runs WHERE id = ?')
  const insert = database.prepare(`
    INSERT INTO runs (id, experiment, content_hash, status, archived, search_text, details)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
      experiment = excluded.experiment, content_hash = excluded.content_hash,
      status = excluded.status, archived = excluded.archived,
      search_text = excluded.search_text, details = excluded.details
    RETURNING number`)
  const get = database.prepare(`
    SELECT ${shown} FROM runs JOIN experiments ON experiments.number = runs.experiment
    WHERE experiments.id = ? AND runs.id = ?`)
  const list = database.prepare(`
    SELECT ${shown} ${matching} AND runs.number < :before
    ORDER BY runs.number DESC LIMIT :limit`)
  const choose = database.prepare('UPDATE runs SET archived_by_choice = ? WHERE id = ?')
  const count = database.prepare(`SELECT count(*) AS total ${matching}`)

  const readRun = (row: Row): Run => ({
    ...defineRun(JSON.parse(textOf(row['details'])) as RunJson),
    archived: integerOf(row['is_archived']) !== 0,
    metrics: summaries.read(integerOf(row['number'])),
  })

  return {
    find(id) {
      const row = find.get(id)
      if (row === undefined) return null
      return { number: integerOf(row['number']), contentHash: textOf(row['content_hash']) }
    },
    write(experiment, run, contentHash) {
      const details = JSON.stringify(runToJson({ ...run, metrics: new Map() }))
      const row = insert.get(
        run.id,
        experiment,
        contentHash,
        run.status,
        Number(run.archived),
        searchTextOf(run),
        details,
      )
      return integerOf(row?.['number'])
    },
    get(experimentId, id) {
      const row = get.get(experimentId, id)
      return row === undefined ? null : readRun(row)
    },
    setArchived(id, archived) {
      const { changes } = choose.run(Number(archived), id)
      if (changes === 0) throw new RunoffError('not-found', 'There is no run with this id.')
    },
    list(query) {
      const filters = filtersOf(query)
      const before = readCursor(query.cursor ?? null)
      const rows = list.all({ ...filters, before, limit: query.limit + 1 })
      const page = rows.slice(0, query.limit)
      const last = page.at(-1)
      return {
        runs: page.map(readRun),
        nextCursor: rows.length > page.length && last ? String(last['number']) : null,
        total: integerOf(count.get(filters)?.['total']),
      }
    },
  }
}

function searchTextOf({ name, model, dataset }: Run): string {
  return [name, model, dataset]
    .filter((text) => text !== null)
    .map(plain)
    .join('\n')
}

/** Names from a file system may be decomposed (`e` and an accent); what is typed is not. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

function filtersOf(query: StoredRunQuery): Record<string, string | number | null> {
  return {
    experiment: query.experimentId,
    archived: Number(query.includeArchived ?? false),
    ids: query.ids ? JSON.stringify(query.ids) : null,
    status: query.status ? JSON.stringify(query.status) : null,
    search: plain(query.search ?? ''),
  }
}

/** A cursor is the number of the last run shown: what is added meanwhile moves nothing. */
function readCursor(cursor: string | null): number {
  if (cursor === null) return Number.MAX_SAFE_INTEGER
  if (/^[1-9][0-9]{0,14}$/.test(cursor)) return Number(cursor)
  throw new RunoffError(
    'bad-option',
    'The cursor is none that this server gave. Leave it out to begin with the first page.',
  )
}
