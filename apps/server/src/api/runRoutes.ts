import { runStatuses, runToJson, type RunStatus } from '@runoff/core'
import type { FastifyInstance } from 'fastify'
import type { MetricStore, RunGrouping, StoredRunQuery } from '../store/metricStore.ts'
import { answersOf, experimentParams, objectSchema, refTo, runParams, whole } from './apiSchemas.ts'
import { requireExperiment, requireRun } from './findRun.ts'
import { longestName } from './limits.ts'
import { refusedAs } from './problem.ts'
import { countSchema, listSchema, querySchema, textSchema } from './querySchema.ts'
import { readingAccess } from './routeAccess.ts'
import { readRunOrder } from './runOrderText.ts'

const defaultLimit = 100
/** A larger `limit` is answered with this many runs to a page. */
const largestPage = 1000
const groupings: readonly RunGrouping[] = ['model', 'dataset', 'group', 'status']

interface FilterQuery {
  readonly search?: string
  readonly status?: readonly RunStatus[]
  readonly include_archived?: boolean
  readonly ids?: readonly string[]
}

interface RunsRoute {
  readonly Params: { readonly experiment_id: string }
  readonly Querystring: FilterQuery & {
    readonly limit?: number
    readonly cursor?: string
    readonly sort?: string
  }
}

interface CountsRoute {
  readonly Params: RunsRoute['Params']
  readonly Querystring: FilterQuery & { readonly by: RunGrouping }
}

interface RunRoute {
  readonly Params: { readonly experiment_id: string; readonly run_id: string }
}

const filters = {
  search: textSchema(500, 'Text that the name, model or dataset contains, letter case aside.'),
  status: listSchema({ enum: runStatuses }, runStatuses.length, 'May be repeated.'),
  include_archived: { type: 'boolean', description: '`true` shows archived runs too.' },
  ids: listSchema(textSchema(5000), 500, 'Exactly these runs; unknown ones are left out.'),
}

const listRunsSchema = {
  operationId: 'listRuns',
  summary: 'A page of runs, those saved last first unless `sort` says otherwise.',
  tags: ['runs'],
  params: experimentParams,
  querystring: querySchema({
    limit: {
      ...countSchema,
      description: `${defaultLimit} unless said, ${largestPage} at the most.`,
    },
    cursor: textSchema(5000, '`next_cursor` of the page before, of the same query.'),
    sort: textSchema(
      longestName,
      '`saved`, `name`, `status`, `started` or `metric:<name>:<last, min or max>`; `-` turns it round.',
    ),
    ...filters,
  }),
  response: answersOf(
    'The runs; `next_cursor` is null on the last page.',
    objectSchema({
      runs: { type: 'array', items: refTo('Run') },
      next_cursor: { type: ['string', 'null'] },
      total: whole,
    }),
  ),
}

const countRunsSchema = {
  operationId: 'countRuns',
  summary: 'How many runs share a model, dataset, group or status; the most frequent first.',
  tags: ['runs'],
  params: experimentParams,
  querystring: { ...querySchema({ by: { enum: groupings }, ...filters }), required: ['by'] },
  response: answersOf(
    'The counts; a value of null counts the runs that have none.',
    objectSchema({
      by: { enum: groupings },
      counts: {
        type: 'array',
        items: objectSchema({ value: { type: ['string', 'null'] }, count: whole }),
      },
    }),
  ),
}

const readRunSchema = {
  operationId: 'readRun',
  summary: 'One run.',
  tags: ['runs'],
  params: runParams,
  response: answersOf('The run.', objectSchema({ run: refTo('Run') })),
}

/** `GET …/runs`, `GET …/runs/counts` and `GET …/runs/{run_id}`. */
export function addRunRoutes(app: FastifyInstance, store: MetricStore): void {
  const config = { access: readingAccess }
  const runs = '/api/v1/experiments/:experiment_id/runs'
  app.get<RunsRoute>(runs, { schema: listRunsSchema, config }, async ({ params, query }) => {
    const { limit = defaultLimit, cursor, sort = 'saved', ...given } = query
    const wanted = {
      ...filterOf(params.experiment_id, given),
      ...readRunOrder(sort),
      ...(cursor !== undefined && { cursor }),
      limit: Math.min(limit, largestPage),
    }
    await requireExperiment(store, params.experiment_id)
    const page = await refusedAs({ 'bad-option': 'bad-option' }, () => store.listRuns(wanted))
    return { runs: page.runs.map(runToJson), next_cursor: page.nextCursor, total: page.total }
  })
  const counts = `${runs}/counts`
  app.get<CountsRoute>(counts, { schema: countRunsSchema, config }, async ({ params, query }) => {
    const { by, ...given } = query
    await requireExperiment(store, params.experiment_id)
    return { by, counts: await store.countRuns(filterOf(params.experiment_id, given), by) }
  })
  const one = `${runs}/:run_id`
  app.get<RunRoute>(one, { schema: readRunSchema, config }, async ({ params }) => ({
    run: runToJson(await requireRun(store, params.experiment_id, params.run_id)),
  }))
}

function filterOf(
  experimentId: string,
  { include_archived: includeArchived = false, ...rest }: FilterQuery,
): Omit<StoredRunQuery, 'limit'> {
  return { ...rest, experimentId, includeArchived }
}
