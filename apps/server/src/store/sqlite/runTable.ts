import type { DatabaseSync } from 'node:sqlite'
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
  list(query: StoredRunQuery): StoredRunPage
}

const matching = `
  FROM runs JOIN experiments ON experiments.number = runs.experiment
  WHERE experiments.id = :experiment
    AND (:archived OR NOT archived)
    AND (:ids IS NULL OR runs.id IN (SELECT value FROM json_each(:ids)))
    AND (:status IS NULL OR status IN (SELECT value FROM json_each(:status)))
    AND (:search = '' OR instr(search_text, :search) > 0)`

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
    SELECT runs.number, details FROM runs JOIN experiments ON experiments.number = runs.experiment
    WHERE experiments.id = ? AND runs.id = ?`)
  const list = database.prepare(`
    SELECT runs.number, details ${matching} AND runs.number < :before
    ORDER BY runs.number DESC LIMIT :limit`)
  const count = database.prepare(`SELECT count(*) AS total ${matching}`)

  const readRun = (number: number, details: string): Run => ({
    ...defineRun(JSON.parse(details) as RunJson),
    metrics: summaries.read(number),
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
      return row === undefined ? null : readRun(integerOf(row['number']), textOf(row['details']))
    },
    list(query) {
      const filters = filtersOf(query)
      const before = readCursor(query.cursor ?? null)
      const rows = list.all({ ...filters, before, limit: query.limit + 1 })
      const shown = rows.slice(0, query.limit)
      const last = shown.at(-1)
      return {
        runs: shown.map((row) => readRun(integerOf(row['number']), textOf(row['details']))),
        nextCursor: rows.length > shown.length && last ? String(last['number']) : null,
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
