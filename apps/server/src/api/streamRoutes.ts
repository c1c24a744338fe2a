import { runToJson } from '@runoff/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { MetricStore, StoreChange, StoreChanges } from '../store/metricStore.ts'
import { answersOf, experimentParams, runParams, text } from './apiSchemas.ts'
import { createChangeFeed, type ChangeFeed } from './changeFeed.ts'
import {
  openEventStream,
  type EventStream,
  type EventStreamOptions,
  type StreamEvent,
} from './eventStream.ts'
import { requireExperiment, requireRun } from './findRun.ts'
import { mostSeries } from './limits.ts'
import { listSchema, querySchema, textSchema } from './querySchema.ts'
import { streamAccess } from './routeAccess.ts'
import { metricToJson, pointsFor } from './seriesJson.ts'
import type { ServerMetrics } from './serverMetrics.ts'
import { createTurns } from './turns.ts'

interface ExperimentRoute {
  readonly Params: { readonly experiment_id: string }
}

interface RunRoute {
  readonly Params: { readonly experiment_id: string; readonly run_id: string }
  readonly Querystring: { readonly metric_type?: readonly string[] }
}

export interface StreamOptions extends EventStreamOptions {
  readonly store: MetricStore
  readonly metrics: ServerMetrics
  /** Gets what went wrong while somebody listened. */
  readonly onFailure: (error: unknown) => void
}

const resumes =
  'Server-sent events. Resumable by `Last-Event-ID`; `gap` says that what happened before is no longer known.'

const streamAnswer = (events: string): Readonly<Record<string, unknown>> =>
  answersOf(`${events} ${resumes}`, text, { type: 'text/event-stream' })

const allSchema = {
  operationId: 'watchAll',
  summary: 'Which runs change, in all experiments.',
  tags: ['streams'],
  response: streamAnswer('`change` events: `{ experiment_id, run_id, metrics }`.'),
}

const experimentSchema = {
  operationId: 'watchExperiment',
  summary: 'Which runs of an experiment change.',
  tags: ['streams'],
  params: experimentParams,
  response: streamAnswer('`change` events: `{ experiment_id, run_id, metrics }`.'),
}

const runSchema = {
  operationId: 'watchMetrics',
  summary: 'The points of a run, as they come.',
  tags: ['streams'],
  params: runParams,
  querystring: querySchema({
    metric_type: listSchema(textSchema(10_000), mostSeries, 'Only these metrics.'),
  }),
  response: streamAnswer('`points` events: `{ metrics: [Series] }`, and `run` events: `{ run }`.'),
}

/** `GET /api/v1/stream`, `GET …/experiments/{id}/stream` and `GET …/metrics/stream`. */
export function addStreamRoutes(app: FastifyInstance, options: StreamOptions): void {
  const { store } = options
  const config = { access: streamAccess }
  const open = createStreams(app, options)
  app.get('/api/v1/stream', { schema: allSchema, config }, (request, reply) =>
    open(
      request,
      reply,
      changeEvents(() => true),
    ),
  )
  app.get<ExperimentRoute>(
    '/api/v1/experiments/:experiment_id/stream',
    { schema: experimentSchema, config },
    async (request, reply) => {
      const { experiment_id: id } = request.params
      await requireExperiment(store, id)
      return open(
        request,
        reply,
        changeEvents(({ experimentId }) => experimentId === id),
      )
    },
  )
  app.get<RunRoute>(
    '/api/v1/experiments/:experiment_id/runs/:run_id/metrics/stream',
    { schema: runSchema, config },
    async (request, reply) => {
      const { experiment_id: experimentId, run_id: runId } = request.params
      await requireRun(store, experimentId, runId)
      const { metric_type: metrics } = request.query
      const wanted = metrics === undefined ? null : new Set(metrics)
      return open(request, reply, pointEvents(store, { experimentId, runId, wanted }))
    },
  )
}

/** Makes events of changes. */
type Render = (changes: readonly StoreChange[]) => Promise<readonly StreamEvent[]>

type OpenStream = (
  request: FastifyRequest,
  reply: FastifyReply,
  render: Render,
) => Promise<FastifyReply>

/** Returns what answers with a stream; all of them end when the server closes. */
function createStreams(app: FastifyInstance, options: StreamOptions): OpenStream {
  const feed = createChangeFeed(options.store)
  const inTurn = createTurns()
  const open = new Set<EventStream>()
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end()
  })
  return async (request, reply, render) => {
    const after = await startOf(feed, request.headers['last-event-id'])
    if (request.method === 'HEAD') return reply.type('text/event-stream').send()
    const stream = openEventStream(reply, options)
    const end = options.metrics.countStream()
    open.add(stream)
    try {
      const renderInTurn: Render = (changes) =>
        inTurn(async () => {
          stream.signal.throwIfAborted()
          return render(changes)
        })
      await pump(stream, { feed, after, render: renderInTurn })
    } catch (error) {
      if (!stream.signal.aborted) options.onFailure(error)
    } finally {
      open.delete(stream)
      end()
      stream.end()
    }
    return reply
  }
}

/** A client that is new begins with what comes; one whose place is none has a gap. */
async function startOf(feed: ChangeFeed, lastEventId: unknown): Promise<number> {
  if (lastEventId === undefined || lastEventId === '') return feed.latest()
  const after = Number(lastEventId)
  return Number.isSafeInteger(after) && after >= 0 ? after : Number.MAX_SAFE_INTEGER
}

async function pump(
  stream: EventStream,
  { feed, after, render }: { readonly feed: ChangeFeed; readonly after: number; render: Render },
): Promise<never> {
  // Whoever reads what is there now misses nothing that comes after this.
  if (after < Number.MAX_SAFE_INTEGER) {
    await stream.send([{ id: after, event: 'open', data: {} }])
  }
  let position = after
  for (;;) {
    const changes = await feed.next(position, stream.signal)
    const events = await eventsOf(changes, render)
    position = changes.hasGap ? changes.latest : (changes.changes.at(-1)?.sequence ?? position)
    if (events.length > 0) await stream.send(events)
  }
}

async function eventsOf(
  { changes, latest, hasGap }: StoreChanges,
  render: Render,
): Promise<readonly StreamEvent[]> {
  return hasGap ? [{ id: latest, event: 'gap', data: {} }] : render(changes)
}

function changeEvents(isWanted: (change: StoreChange) => boolean): Render {
  return async (changes) =>
    changes.filter(isWanted).map(({ sequence, experimentId, runId, metrics }) => ({
      id: sequence,
      event: 'change',
      data: { experiment_id: experimentId, run_id: runId, metrics },
    }))
}

interface WantedPoints {
  readonly experimentId: string
  readonly runId: string
  /** `null` for all metrics. */
  readonly wanted: ReadonlySet<string> | null
}

/** Changes that came together are read together: each metric from the first to the last step. */
function pointEvents(store: MetricStore, { experimentId, runId, wanted }: WantedPoints): Render {
  return async (all) => {
    const changes = all.filter((change) => change.runId === runId)
    const last = changes.at(-1)
    if (last === undefined) return []
    const spans = spansOf(changes).filter(([metric]) => wanted === null || wanted.has(metric))
    const maxPoints = pointsFor(spans.length)
    const read = spans.map(async ([metric, { from, to }]) => {
      const stored = await store.readSeries(runId, { metrics: [metric], from, to, maxPoints })
      return stored.map(metricToJson)
    })
    const metrics = (await Promise.all(read)).flat()
    const run = await store.getRun(experimentId, runId)
    const points = metrics.length === 0 ? [] : [eventOf(last, 'points', { metrics })]
    return run === null ? points : [...points, eventOf(last, 'run', { run: runToJson(run) })]
  }
}

function eventOf({ sequence }: StoreChange, event: string, data: unknown): StreamEvent {
  return { id: sequence, event, data }
}

interface Span {
  readonly from: number
  readonly to: number
}

function spansOf(changes: readonly StoreChange[]): readonly (readonly [string, Span])[] {
  const spans = new Map<string, Span>()
  for (const { metrics } of changes) {
    for (const { metric, from, to } of metrics) {
      const held = spans.get(metric) ?? { from, to }
      spans.set(metric, { from: Math.min(held.from, from), to: Math.max(held.to, to) })
    }
  }
  return [...spans]
}
