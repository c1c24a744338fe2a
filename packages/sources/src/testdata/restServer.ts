import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { runToJson, seriesToJson, type RunStatus } from '@runoff/core'
import type { RunSource } from '../source.ts'

export interface TestServer {
  readonly baseUrl: string
  /** The requests so far, oldest first. */
  readonly requests: readonly IncomingMessage[]
  close(): Promise<void>
}

/** Starts a server on a free port of this machine. */
export async function startServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
): Promise<TestServer> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    void answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { baseUrl: `http://127.0.0.1:${port}`, requests, close }
}

/** Serves the API over one source for each experiment, named by its id. */
export function startRestServer(experiments: readonly RunSource[]): Promise<TestServer> {
  return startServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (isLacking(url.pathname)) return sendProblem(response, 404, 'route-not-found')
    const [, , , , experimentId, , runId] = url.pathname.split('/').map(decodeURIComponent)
    const source = experiments.find((experiment) => experiment.id === experimentId)
    if (experimentId === undefined) {
      const list = experiments.map(({ id }) => ({ id, name: id, run_count: 0 }))
      return sendJson(response, 200, { experiments: list })
    }
    if (source === undefined) return sendProblem(response, 404, 'not-found')
    if (request.method === 'PATCH' && runId !== undefined) {
      return archiveRun(source, runId, request, response)
    }
    if (runId === undefined) return sendRuns(source, url.searchParams, response)
    return sendMetrics(source, runId, url.searchParams, response)
  })
}

/** Of our own server's routes, those that a smaller one may not have. */
function isLacking(path: string): boolean {
  return path.endsWith(':batchGet') || path.endsWith('/stream')
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

export function sendProblem(response: ServerResponse, status: number, code: string): void {
  sendJson(response, status, { code, title: 'It did not work', detail: `because: ${code}`, status })
}

async function sendRuns(
  source: RunSource,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  try {
    const page = await source.listRuns({
      limit: Number(query.get('limit') ?? 2),
      cursor: query.get('cursor'),
      search: query.get('search') ?? '',
      includeArchived: query.get('include_archived') === 'true',
      ...(query.has('status') && { status: query.getAll('status') as RunStatus[] }),
      ...(query.has('ids') && { ids: query.getAll('ids') }),
    })
    const { runs, nextCursor, total } = page
    sendJson(response, 200, { runs: runs.map(runToJson), next_cursor: nextCursor, total })
  } catch {
    sendProblem(response, 400, 'bad-option')
  }
}

/** As strict as our own server is: JSON alone, of one member. */
async function archiveRun(
  source: RunSource,
  runId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const sent: unknown = await json(request)
  const isJson = request.headers['content-type'] === 'application/json'
  if (!isJson || !isArchiving(sent)) return sendProblem(response, 400, 'bad-option')
  try {
    await source.setArchived?.([runId], sent.archived)
    sendJson(response, 200, { run: { id: runId, archived: sent.archived } })
  } catch {
    sendProblem(response, 404, 'run-not-found')
  }
}

function isArchiving(sent: unknown): sent is { readonly archived: boolean } {
  return typeof sent === 'object' && sent !== null && 'archived' in sent
}

async function sendMetrics(
  source: RunSource,
  runId: string,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const metrics = query.getAll('metric_type')
  const [from, to] = [query.get('min_step') ?? -Infinity, query.get('max_step') ?? Infinity]
  const range = { from: Number(from), to: Number(to) }
  const since = Number(query.get('since') ?? -Infinity)
  const results = await source.readSeries(
    metrics.map((metric) => ({ runId, metric, range, since })),
  )
  if (results.some((result) => result.error)) return sendProblem(response, 404, 'not-found')
  const series = results.flatMap(({ request, series: found }) => {
    if (found === null) return []
    const { stepUnit, ...json } = seriesToJson(found)
    return [{ metric: request.metric, ...json, step_unit: stepUnit }]
  })
  sendJson(response, 200, { run_id: runId, metrics: series })
}
