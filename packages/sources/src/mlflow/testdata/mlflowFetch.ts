import { readFileSync } from 'node:fs'

interface Recorded {
  readonly status: number
  readonly answer: unknown
}

interface RecordedRun {
  readonly info: {
    readonly run_id: string
    readonly experiment_id: string
    readonly lifecycle_stage: string
  }
}

interface Recording {
  readonly identity: Recorded
  readonly experiments: Recorded
  readonly runs: { readonly answer: { readonly runs: readonly RecordedRun[] } }
  readonly histories: Readonly<Record<string, Readonly<Record<string, object>>>>
  readonly interval: Recorded
  readonly unknownRun: Recorded
  readonly badToken: Recorded
}

const file = new URL('recorded.json', import.meta.url)
export const recording = JSON.parse(readFileSync(file, 'utf8')) as Recording

/** One request, as the test may want to answer it itself. */
export interface Asked {
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
}

/**
 * Returns a `fetch` that answers with what a real MLflow answered, cut into pages as MLflow cuts.
 * `answer` may answer in its place; `asked` gets every request.
 */
export function mlflowFetch({
  answer = () => null,
  asked = [],
}: {
  readonly answer?: (request: Asked) => Response | null
  readonly asked?: Asked[]
} = {}): typeof fetch {
  return async (input, init) => {
    const url = new URL(new Request(input).url)
    const path = url.pathname.replace(/^.*\/2\.0\/mlflow\//, '')
    const text = typeof init?.body === 'string' ? init.body : '{}'
    const body = JSON.parse(text) as Asked['body']
    const request = { path, query: url.searchParams, body }
    asked.push(request)
    return answer(request) ?? replay(request)
  }
}

function replay({ path, query, body }: Asked): Response {
  const runId = query.get('run_id') ?? ''
  const run = recording.runs.answer.runs.find(({ info }) => info.run_id === runId)
  switch (path) {
    case 'experiments/get':
      return respond(recording.identity)
    case 'experiments/search':
      return respond(recording.experiments)
    case 'runs/search':
      return respond(searchRuns(body))
    case 'runs/get':
      return respond(run ? { status: 200, answer: { run } } : recording.unknownRun)
    case 'metrics/get-history':
      return Response.json(recording.histories[runId]?.[query.get('metric_key') ?? ''] ?? {})
    case 'metrics/get-history-bulk-interval':
      return respond(recording.interval)
    default:
      return new Response('<!doctype html><title>404 Not Found</title>', { status: 404 })
  }
}

function searchRuns(body: Asked['body']): Recorded {
  const token = typeof body['page_token'] === 'string' ? body['page_token'] : 'offset 0'
  const start = Number(token.replace('offset ', ''))
  if (Number.isNaN(start)) return recording.badToken
  const count = Number(body['max_results'])
  const named = /IN \((.*)\)/.exec(typeof body['filter'] === 'string' ? body['filter'] : '')?.[1]
  const ids = named?.split(',').map((id) => id.slice(1, -1))
  const experiments = body['experiment_ids'] as readonly string[]
  const all = recording.runs.answer.runs.filter(
    ({ info }) =>
      experiments.includes(info.experiment_id) &&
      (body['run_view_type'] === 'ALL' || info.lifecycle_stage === 'active') &&
      (ids === undefined || ids.includes(info.run_id)),
  )
  const runs = all.slice(start, start + count)
  if (runs.length === 0) return { status: 200, answer: {} }
  const next = start + count < all.length ? { next_page_token: `offset ${start + count}` } : {}
  return { status: 200, answer: { runs, ...next } }
}

function respond({ status, answer }: Recorded): Response {
  return Response.json(answer, { status })
}
