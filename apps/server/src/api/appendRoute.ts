import { defineSeries, readNumber, type MetricSeries, type StepUnit } from '@runoff/core'
import type { FastifyInstance } from 'fastify'
import type { MetricStore } from '../store/metricStore.ts'
import { answersOf, objectSchema, runParams, valueSchema, whole } from './apiSchemas.ts'
import { requireRun } from './findRun.ts'
import { longestKey, mostPoints } from './limits.ts'
import { Problem } from './problem.ts'
import { bodySchema, textSchema } from './querySchema.ts'
import { changingAccess } from './routeAccess.ts'
import type { ServerMetrics } from './serverMetrics.ts'

interface Columns {
  readonly metric: string
  readonly steps: readonly number[]
  readonly values: readonly (number | string | null)[]
  readonly times?: readonly (number | null)[] | null
  readonly epochs?: readonly (number | null)[] | null
  readonly step_unit?: StepUnit
}

interface AppendRoute {
  readonly Params: { readonly experiment_id: string; readonly run_id: string }
  readonly Body: { readonly segment?: number; readonly metrics: readonly Columns[] }
}

const optionalColumn = {
  type: ['array', 'null'],
  items: { type: ['number', 'null'] },
  maxItems: mostPoints,
}

const schema = {
  operationId: 'appendPoints',
  summary: 'Adds points to a run. Sending them again changes nothing.',
  tags: ['metrics'],
  params: runParams,
  body: bodySchema(
    {
      segment: {
        ...whole,
        maximum: 1_000_000,
        description: 'How often the run was started again; where steps repeat, the later stands.',
      },
      metrics: {
        type: 'array',
        maxItems: mostPoints,
        items: bodySchema(
          {
            metric: textSchema(longestKey),
            steps: { type: 'array', items: { type: 'number' }, maxItems: mostPoints },
            values: {
              type: 'array',
              items: { anyOf: [valueSchema, { type: 'null' }] },
              maxItems: mostPoints,
            },
            times: { ...optionalColumn, description: 'Unix milliseconds.' },
            epochs: optionalColumn,
            step_unit: { enum: ['step', 'epoch', 'record'] },
          },
          ['metric', 'steps', 'values'],
        ),
      },
    },
    ['metrics'],
  ),
  response: answersOf(
    'The points are kept: how many were new, and of how many the step was there already.',
    objectSchema({ accepted: whole, duplicates: whole }),
  ),
}

/** `POST …/runs/{run_id}/metrics`: adds points, and answers when they are on the disk. */
export function addAppendRoute(
  app: FastifyInstance,
  store: MetricStore,
  metrics: ServerMetrics,
): void {
  app.post<AppendRoute>(
    '/api/v1/experiments/:experiment_id/runs/:run_id/metrics',
    { schema, config: { access: changingAccess } },
    async ({ params, body }) => {
      const { count, series } = readColumns(body.metrics)
      const { id } = await requireRun(store, params.experiment_id, params.run_id)
      const { accepted, duplicates } = await store.appendPoints(id, series, body.segment)
      const kept = Array.from(series.values()).reduce((sum, { steps }) => sum + steps.length, 0)
      // A step that comes twice in one request reaches the store once.
      const outcome = { accepted, duplicates: duplicates + count - kept }
      metrics.countPoints(outcome)
      return outcome
    },
  )
}

function readColumns(columns: readonly Columns[]): {
  readonly count: number
  readonly series: ReadonlyMap<string, MetricSeries>
} {
  const count = columns.reduce((sum, { steps }) => sum + steps.length, 0)
  if (count > mostPoints) {
    const detail = `These are ${count} points, and one request takes ${mostPoints}: send them in parts.`
    throw new Problem('too-much-content', detail)
  }
  const series = new Map<string, MetricSeries>()
  for (const one of columns) {
    if (series.has(one.metric)) throw new Problem('bad-option', twice)
    series.set(one.metric, readSeries(one))
  }
  return { count, series }
}

const twice = 'A metric stands in "metrics" twice: send its points in one entry.'

function readSeries({ steps, values, times, epochs, step_unit: stepUnit }: Columns): MetricSeries {
  const lengths = [values, times, epochs].map((column) => column?.length ?? steps.length)
  if (lengths.some((length) => length !== steps.length)) {
    throw new Problem('bad-option', 'The columns of a metric must be equally long.')
  }
  return defineSeries({
    steps,
    values: values.map(readNumber),
    timesMs: times ?? null,
    epochs: epochs ?? null,
    ...(stepUnit !== undefined && { stepUnit }),
  })
}
