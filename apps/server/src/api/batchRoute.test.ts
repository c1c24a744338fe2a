import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mostSeries } from './limits.ts'
import { pointsPerAnswer } from './seriesJson.ts'
import { openTestServer, seriesOf, type TestServer } from './testing.ts'

let server: TestServer
beforeEach(async () => {
  server = await openTestServer()
})
afterEach(() => server.close())

const ask = (requests: unknown, rest: object = {}) =>
  server.send('POST', '/api/v1/metrics:batchGet', { requests, ...rest })

interface Result {
  readonly run_id: string
  readonly metric: string
  readonly series: { readonly steps: readonly number[]; readonly basis: string } | null
  readonly error: { readonly code: string; readonly status: number } | null
}

const resultsOf = async (answer: ReturnType<typeof ask>): Promise<readonly Result[]> =>
  (await answer).json<{ results: readonly Result[] }>().results

describe('POST /api/v1/metrics:batchGet', () => {
  it('gives each request its own result or error, in their order', async () => {
    const a = await server.save({ id: 'a' }, { loss: seriesOf([1, 2, 3]) })
    const b = await server.save({ id: 'b' }, { loss: seriesOf([4]) })
    const results = await resultsOf(
      ask([
        { run_id: b, metric: 'loss' },
        { run_id: 'nobody', metric: 'loss' },
        { run_id: a, metric: 'loss', since: 0 },
        { run_id: a, metric: 'never logged' },
        { run_id: a, metric: 'loss', min_step: 2, max_step: 1 },
        { run_id: a, metric: 'loss', since: 0 },
      ]),
    )
    expect(results.map(({ series, error }) => series?.steps ?? error?.code)).toEqual([
      [0],
      'run-not-found',
      [1, 2],
      [],
      'bad-option',
      [1, 2],
    ])
    expect(results.map(({ run_id }) => run_id)).toEqual([b, 'nobody', a, a, a, a])
  })

  it('knows only the runs of an experiment that is named', async () => {
    const a = await server.save({ id: 'a' }, { loss: seriesOf([1]) })
    const other = await server.store.createExperiment('other')
    const codeIn = async (experiment_id: string): Promise<unknown> =>
      (await resultsOf(ask([{ run_id: a, metric: 'loss' }], { experiment_id })))[0]?.error?.code
    expect(await codeIn(server.experimentId)).toBeUndefined()
    expect(await codeIn(other.id)).toBe('run-not-found')
    expect(await codeIn('nowhere')).toBe('experiment-not-found')
  })

  it('shares the points of one answer among all its series', async () => {
    const long = seriesOf(Array.from({ length: 5000 }, (_, i) => i))
    const a = await server.save({ id: 'a' }, { loss: long })
    const requests = Array.from({ length: 100 }, () => ({ run_id: a, metric: 'loss' }))
    const results = await resultsOf(ask(requests))
    const counts = results.map(({ series }) => series?.steps.length ?? 0)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(pointsPerAnswer)
    expect(results[0]?.series?.basis).toBe('sampled')
  })

  it('takes 1000 requests at once, and not one more', async () => {
    const of = (length: number): unknown =>
      Array.from({ length }, () => ({ run_id: 'x', metric: 'y' }))
    expect(await resultsOf(ask([]))).toEqual([])
    expect(await resultsOf(ask(of(mostSeries)))).toHaveLength(mostSeries)
    expect((await ask(of(mostSeries + 1))).json().code).toBe('bad-option')
  })

  it.each([
    [[{ run_id: 'a' }]],
    [[{ run_id: 'a', metric: 'b', max_points: 0 }]],
    [[{ run_id: 'a', metric: 'b', since: '1' }]],
    [[{ run_id: 'a', metric: 'b', other: 1 }]],
    ['all'],
  ])('refuses %j', async (requests) => {
    expect((await ask(requests)).json().code).toBe('bad-option')
  })

  it('tells nothing of what went wrong inside', async () => {
    await server.store.close()
    const answer = await ask([{ run_id: 'a', metric: 'b' }])
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'internal'])
    expect(server.failures).toHaveLength(1)
  })
})
