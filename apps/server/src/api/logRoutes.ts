import { RunoffError } from '@runoff/core'
import type { FastifyInstance } from 'fastify'
import type { LogPiece } from '../capture/capture.ts'
import type { Captures } from '../capture/captures.ts'
import type { MetricStore } from '../store/metricStore.ts'
import { answersOf, objectSchema, runParams, text, whole } from './apiSchemas.ts'
import { requireRun } from './findRun.ts'
import { largestBody, changingAccess, readingAccess } from './routeAccess.ts'
import { mostLogBytes } from './limits.ts'
import { readLogText } from './logText.ts'
import { Problem } from './problem.ts'
import { bodySchema, querySchema } from './querySchema.ts'

interface AppendLogRoute {
  readonly Params: { readonly experiment_id: string; readonly run_id: string }
  readonly Body: {
    readonly offset: number
    readonly text: string
    readonly is_last?: boolean
    readonly printed_at?: number
  }
}

interface ReadLogRoute {
  readonly Params: AppendLogRoute['Params']
  readonly Querystring: { readonly from?: number; readonly max_bytes?: number }
}

const byteCount = { ...whole, maximum: Number.MAX_SAFE_INTEGER }

const appendSchema = {
  operationId: 'appendLog',
  summary: 'Adds to what a run printed, and reads the points in it. Sending it again is harmless.',
  tags: ['logs'],
  params: runParams,
  body: bodySchema(
    {
      offset: { ...byteCount, description: 'Where it begins, in bytes of the log as UTF-8.' },
      text: { ...text, maxLength: largestBody },
      printed_at: {
        type: 'number',
        description: 'Unix milliseconds: the time of records that name none.',
      },
      is_last: { type: 'boolean', description: 'Whether a last line without an end is complete.' },
    },
    ['offset', 'text'],
  ),
  response: answersOf('The log is kept, and has so many bytes.', objectSchema({ size: whole }), {
    problems: [409],
  }),
}

const readSchema = {
  operationId: 'readLog',
  summary: 'A part of what a run printed, in whole characters.',
  tags: ['logs'],
  params: runParams,
  querystring: querySchema({
    from: { ...byteCount, description: 'The first byte; 0 unless said.' },
    max_bytes: { type: 'integer', minimum: 4, maximum: mostLogBytes },
  }),
  response: answersOf(
    'The text from byte `offset` to `next_offset`, of `size` bytes in all.',
    objectSchema({ offset: whole, next_offset: whole, size: whole, text }),
  ),
}

const defaultBytes = 65_536

/** `GET` and `POST …/runs/{run_id}/logs`: what a run printed. */
export function addLogRoutes(app: FastifyInstance, store: MetricStore, captures: Captures): void {
  const logs = '/api/v1/experiments/:experiment_id/runs/:run_id/logs'
  const changing = { schema: appendSchema, config: { access: changingAccess } }
  app.post<AppendLogRoute>(logs, changing, async ({ params, body }) => {
    const { id } = await requireRun(store, params.experiment_id, params.run_id)
    const { offset, text: printed, printed_at: printedAtMs } = body
    const piece = {
      offset,
      bytes: Buffer.from(printed, 'utf8'),
      ...(printedAtMs === undefined ? {} : { printedAtMs }),
    }
    const size = await append({ store, captures }, id, piece)
    if (body.is_last === true) await captures.finish(id)
    return { size }
  })
  const reading = { schema: readSchema, config: { access: readingAccess } }
  app.get<ReadLogRoute>(logs, reading, async ({ params, query }) => {
    const { id } = await requireRun(store, params.experiment_id, params.run_id)
    const { from = 0, max_bytes: maxBytes = defaultBytes } = query
    return readLogText(await store.readLog(id, { from, maxBytes }))
  })
}

async function append(
  { store, captures }: { readonly store: MetricStore; readonly captures: Captures },
  runId: string,
  piece: LogPiece,
): Promise<number> {
  try {
    return await captures.append(runId, piece)
  } catch (error) {
    const { size } = await store.readLog(runId, { maxBytes: 0 })
    const isHole =
      error instanceof RunoffError && error.code === 'bad-option' && piece.offset > size
    if (!isHole) throw error
    throw new Problem('log-hole', error.message, { size })
  }
}
