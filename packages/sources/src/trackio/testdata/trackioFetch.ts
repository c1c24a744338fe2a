import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

interface Answer {
  readonly status?: number
  readonly answer?: unknown
  readonly data?: unknown
}

interface RecordedRow {
  readonly id: number
  readonly run_id: string
  readonly run_name: string
  readonly timestamp: string
  readonly step: number
  readonly metrics: string
}

interface Recording {
  readonly version: object
  readonly projects: { readonly data: readonly string[] }
  readonly runs: Readonly<Record<string, { readonly data: readonly { readonly id: string }[] }>>
  readonly configs: Readonly<Record<string, Answer>>
  readonly rows: Readonly<Record<string, readonly RecordedRow[]>>
  readonly metrics: Readonly<Record<string, Answer>>
  readonly values: Answer
  readonly refused: Required<Answer>
  readonly unknown: Required<Answer>
}

const file = new URL('recorded.json', import.meta.url)
export const recording = JSON.parse(readFileSync(file, 'utf8')) as Recording

/** One call of one of Trackio's functions. */
export interface Asked {
  readonly name: string
  readonly given: Readonly<Record<string, unknown>>
}

/**
 * Returns a `fetch` that answers with what a real Trackio answered; queries are run over the rows
 * that it had. `answer` may answer in its place; `asked` gets every call.
 */
export function trackioFetch({
  answer = () => null,
  asked = [],
}: {
  readonly answer?: (request: Asked) => Response | null
  readonly asked?: Asked[]
} = {}): typeof fetch {
  const databases = new Map(
    Object.entries(recording.rows).map(([project, rows]) => [project, databaseOf(rows)] as const),
  )
  return async (input, init) => {
    const name = new URL(new Request(input).url).pathname.replace('/api/', '')
    const text = typeof init?.body === 'string' ? init.body : '{}'
    const request = { name, given: JSON.parse(text) as Asked['given'] }
    asked.push(request)
    const { status = 200, answer: said, ...rest } = replay(request, databases)
    return answer(request) ?? Response.json(said ?? rest, { status })
  }
}

function replay({ name, given }: Asked, databases: ReadonlyMap<string, DatabaseSync>): Answer {
  const project = String(given['project'])
  switch (name) {
    case '/version':
      return recording.version
    case 'get_all_projects':
      return recording.projects
    case 'get_runs_for_project':
      return recording.runs[project] ?? { data: [] }
    case 'get_run_configs':
      return recording.configs[project] ?? { data: {} }
    case 'get_metrics_for_run':
      return recording.metrics[String(given['run_id'])] ?? { data: [] }
    case 'get_metric_values':
      return recording.values
    case 'query_project':
      return query(databases.get(project), String(given['query']))
    default:
      return recording.unknown
  }
}

function query(database: DatabaseSync | undefined, sql: string): Answer {
  try {
    return { data: { rows: database?.prepare(sql).all() ?? [] } }
  } catch {
    return recording.refused
  }
}

function databaseOf(rows: readonly RecordedRow[]): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  database.exec(
    'CREATE TABLE metrics (id INTEGER, run_id TEXT, run_name TEXT, timestamp TEXT, step INTEGER, metrics TEXT)',
  )
  const insert = database.prepare('INSERT INTO metrics VALUES (?, ?, ?, ?, ?, ?)')
  for (const { id, run_id, run_name, timestamp, step, metrics } of rows) {
    insert.run(id, run_id, run_name, timestamp, step, metrics)
  }
  return database
}
