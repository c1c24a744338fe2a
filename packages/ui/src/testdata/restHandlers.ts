import { runToJson, seriesToJson, type RunStatus } from '@runoff/core'
import type { RunSource, SeriesRequest } from '@runoff/sources'
import { delay, http, HttpResponse, type HttpHandler } from 'msw'

const runs = '/api/v1/experiments/:experimentId/runs'
const metrics = `${runs}/:runId/metrics`
const metricNames = ['train/loss', 'eval/loss', 'learning_rate', 'grad_norm', 'eval/perplexity']

export interface RestHandlersOptions {
  /** How long every answer takes. @default 0 */
  readonly delayMs?: number
}

/** Answers the server's routes with the runs of a source, whatever the experiment. */
export function restHandlers(
  source: RunSource,
  { delayMs = 0 }: RestHandlersOptions = {},
): readonly HttpHandler[] {
  return [
    http.get(runs, async ({ request }) => {
      await delay(delayMs)
      const page = await source.listRuns(queryOf(new URL(request.url).searchParams))
      const { nextCursor, total } = page
      return HttpResponse.json({ runs: page.runs.map(runToJson), next_cursor: nextCursor, total })
    }),
    http.get(metrics, async ({ request, params }) => {
      await delay(delayMs)
      const runId = String(params['runId'])
      const asked = new URL(request.url).searchParams.getAll('metric_type')
      const wanted = (asked.length > 0 ? asked : metricNames).map((metric) => ({ runId, metric }))
      return HttpResponse.json({ run_id: runId, metrics: await readMetrics(source, wanted) })
    }),
  ]
}

/** Answers every route with the form of an error that the server has. */
export function failingHandlers(status: number, detail: string): readonly HttpHandler[] {
  const problem = { type: 'about:blank', title: 'Internal error', status, code: 'internal', detail }
  return [http.get('/api/v1/*', () => HttpResponse.json(problem, { status }))]
}

/** Answers no route, ever. */
export const stallingHandlers: readonly HttpHandler[] = [
  http.get('/api/v1/*', async () => {
    await delay('infinite')
    return new HttpResponse(null)
  }),
]

const pushEveryMs = 250

/** Says again and again that a run has gone on, to whoever listens, until it is done. */
export function pushingHandlers(runId: string, advance: () => boolean): readonly HttpHandler[] {
  return [
    http.get('/api/v1/events', () => {
      let timer: ReturnType<typeof setInterval> | undefined
      const encoder = new TextEncoder()
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          timer = setInterval(() => {
            if (advance()) clearInterval(timer)
            const lines = ['points', 'runs'].map((event) => `event: ${event}\ndata: ${runId}\n\n`)
            controller.enqueue(encoder.encode(lines.join('')))
          }, pushEveryMs)
        },
        cancel: () => clearInterval(timer),
      })
      return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream' } })
    }),
  ]
}

function queryOf(params: URLSearchParams): Parameters<RunSource['listRuns']>[0] {
  return {
    limit: Number(params.get('limit') ?? 100),
    cursor: params.get('cursor'),
    includeArchived: params.get('include_archived') === 'true',
    ...(params.has('status') && { status: params.getAll('status') as RunStatus[] }),
    ...(params.has('ids') && { ids: params.getAll('ids') }),
  }
}

async function readMetrics(
  source: RunSource,
  wanted: readonly SeriesRequest[],
): Promise<readonly unknown[]> {
  const results = await source.readSeries(wanted)
  return results.flatMap(({ request, series }) => {
    if (series === null) return []
    const { stepUnit, ...columns } = seriesToJson(series)
    return [{ metric: request.metric, ...columns, step_unit: stepUnit, notices: [] }]
  })
}
