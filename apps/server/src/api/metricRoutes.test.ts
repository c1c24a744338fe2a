import { seriesFromJson, type SeriesJson } from '@runoff/core'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anySeries, listsOf } from '../store/testing.ts'
import { pointsPerAnswer } from './seriesJson.ts'
import { openTestServer, seriesOf, type TestServer } from './testing.ts'

let server: TestServer
beforeEach(async () => {
  server = await openTestServer()
})
afterEach(() => server.close())

type MetricAnswer = Omit<SeriesJson, 'stepUnit'> & {
  readonly metric: string
  readonly step_unit: SeriesJson['stepUnit']
}

const pathOf = (runId: string, query = ''): string =>
  `/api/v1/experiments/${server.experimentId}/runs/${runId}/metrics${query}`

async function read(runId: string, query = ''): Promise<readonly MetricAnswer[]> {
  const answer = await server.get(pathOf(runId, query))
  expect(answer.statusCode).toBe(200)
  return answer.json<{ metrics: readonly MetricAnswer[] }>().metrics
}

describe('GET …/runs/{run_id}/metrics', () => {
  it('gives columns, in which what JSON lacks is text and what is unknown is null', async () => {
    const values = [NaN, Infinity, -Infinity, -0, 0.5]
    const series = { ...seriesOf(values), timesMs: Float64Array.of(1, NaN, 3, 4, 5) }
    const runId = await server.save({ id: 'a' }, { 'eval/loss': series })
    const answer = await server.get(pathOf(runId))
    expect(answer.json()).toEqual({
      run_id: runId,
      metrics: [
        {
          metric: 'eval/loss',
          steps: [0, 1, 2, 3, 4],
          values: ['NaN', 'Infinity', '-Infinity', '-0', 0.5],
          times: [1, null, 3, 4, 5],
          epochs: null,
          step_unit: 'step',
          basis: 'full',
          total: 5,
          notices: [],
        },
      ],
    })
  })

  it('loses nothing of any series on the way', async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(anySeries, async (series) => {
        const runId = await server.save({ id: `run ${count++}` }, { loss: series })
        const [metric] = await read(runId, '?metric_type=loss')
        if (metric === undefined) throw new Error('The metric is missing.')
        const back = seriesFromJson({ ...metric, stepUnit: metric.step_unit })
        expect(listsOf(back)).toEqual(listsOf(series))
      }),
      { numRuns: 60 },
    )
  })

  it('gives the metrics that were asked for in that order, unlogged ones without points', async () => {
    const series = { a: seriesOf([1]), b: seriesOf([2]), ['']: seriesOf([3]) }
    const runId = await server.save({ id: 'a' }, series)
    const shown = async (query: string): Promise<unknown> =>
      (await read(runId, query)).map(({ metric, values }) => [metric, values])
    expect(await shown('?metric_type=b&metric_type=none&metric_type=')).toEqual([
      ['b', [2]],
      ['none', []],
      ['', [3]],
    ])
    expect(await shown('')).toEqual([
      ['', [3]],
      ['a', [1]],
      ['b', [2]],
    ])
  })

  it('gives a range of steps with both its ends, and what came since a step', async () => {
    const runId = await server.save({ id: 'a' }, { loss: seriesOf([0, 1, 2, 3, 4]) })
    const steps = async (query: string): Promise<unknown> => (await read(runId, query))[0]?.steps
    expect(await steps('?min_step=1&max_step=3')).toEqual([1, 2, 3])
    expect(await steps('?since=2')).toEqual([3, 4])
    expect(await steps('?since=2.5&max_step=3')).toEqual([3])
    expect(await steps('?min_step=-1e308&max_step=1e308')).toEqual([0, 1, 2, 3, 4])
  })

  it('samples a long series, keeps its spike, and says both numbers', async () => {
    const values = Array.from({ length: 5000 }, (_, i) => (i === 2345 ? 99 : Math.sin(i)))
    const runId = await server.save({ id: 'a' }, { loss: seriesOf(values) })
    const [metric] = await read(runId, '?max_points=200')
    expect(metric).toMatchObject({ basis: 'sampled', total: 5000 })
    expect(metric?.steps.length).toBeLessThanOrEqual(200)
    expect(metric?.values).toContain(99)
    expect((await read(runId, '?max_points=5000'))[0]?.basis).toBe('full')
    expect((await read(runId, '?max_points=1'))[0]?.steps.length).toBeLessThanOrEqual(8)
  })

  it('shares the points of one answer among its series', async () => {
    const long = seriesOf(Array.from({ length: pointsPerAnswer / 4 }, (_, i) => i))
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const runId = await server.save({ id: 'a' }, Object.fromEntries(names.map((n) => [n, long])))
    const query = names.map((name) => `metric_type=${name}`).join('&')
    const metrics = await read(runId, `?${query}&max_points=1000000000`)
    const points = metrics.reduce((sum, metric) => sum + metric.steps.length, 0)
    expect(points).toBeLessThanOrEqual(pointsPerAnswer)
    expect(points).toBeGreaterThan(pointsPerAnswer / 2)
    expect(metrics.every((metric) => metric.basis === 'sampled')).toBe(true)
  }, 30_000)

  it.each([
    ['no points', 'max_points=0', 'The query parameter "max_points" must be >= 1.'],
    ['a step that is no number', 'min_step=NaN', 'The query parameter "min_step" must be number.'],
    ['a step in words', 'since=now', 'The query parameter "since" must be number.'],
    [
      'a range that ends before it begins',
      'min_step=2&max_step=1',
      '"min_step" is 2, and must not be above "max_step", which is 1.',
    ],
    [
      'too long a name',
      `metric_type=${'x'.repeat(10_001)}`,
      '"metric_type" must NOT have more than 10000 char',
    ],
  ])('answers a query with %s with a sentence', async (_fault, query, sentence) => {
    const runId = await server.save({ id: 'a' })
    const answer = await server.get(pathOf(runId, `?${query}`))
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad-option'])
    expect(answer.json().detail).toContain(sentence)
  })

  it('says what is not there: the experiment, or its run', async () => {
    const runId = await server.save({ id: 'a' })
    const other = await server.store.createExperiment('other')
    const codeAt = async (experiment: string, run: string): Promise<unknown> =>
      (await server.get(`/api/v1/experiments/${experiment}/runs/${run}/metrics`)).json().code
    expect(await codeAt('nowhere', runId)).toBe('experiment-not-found')
    expect(await codeAt(server.experimentId, 'nobody')).toBe('run-not-found')
    expect(await codeAt(other.id, runId)).toBe('run-not-found')
  })

  it('tells nothing of what went wrong inside, and tells the one who runs the server', async () => {
    const runId = await server.save({ id: 'a' })
    await server.store.close()
    const answer = await server.get(pathOf(runId))
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'internal'])
    expect(answer.body).not.toMatch(/statement|finalized|database|sqlite/i)
    expect(server.failures).toEqual([expect.objectContaining({ code: 'source-failed' })])
  })
})
