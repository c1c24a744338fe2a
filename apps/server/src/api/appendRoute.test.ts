import { seriesFromJson, type SeriesJson } from '@runoff/core'
import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anySeries, listsOf } from '../store/testing.ts'
import { longestKey, mostPoints } from './limits.ts'
import { metricToJson } from './seriesJson.ts'
import { openTestServer, type TestServer } from './testing.ts'

let server: TestServer
let runId: string
beforeEach(async () => {
  server = await openTestServer()
  runId = await server.save({ id: 'a' })
})
afterEach(() => server.close())

const path = (id = runId): string => `/api/v1/experiments/${server.experimentId}/runs/${id}/metrics`

const append = (metrics: unknown, segment?: number): Promise<LightMyRequestResponse> =>
  server.send('POST', path(), { metrics, segment })

async function valuesOf(metric: string): Promise<unknown> {
  const answer = await server.get(`${path()}?metric_type=${encodeURIComponent(metric)}`)
  return answer.json().metrics[0].values
}

describe('POST …/runs/{run_id}/metrics', () => {
  it('keeps points and says how many were new', async () => {
    const points = [{ metric: 'loss', steps: [1, 2, 3], values: [3, 'NaN', '-Infinity'] }]
    expect((await append(points)).json()).toEqual({ accepted: 3, duplicates: 0 })
    expect((await append(points)).json()).toEqual({ accepted: 0, duplicates: 3 })
    expect(await valuesOf('loss')).toEqual([3, 'NaN', '-Infinity'])
  })

  it('lets a later segment stand where steps repeat', async () => {
    await append([{ metric: 'loss', steps: [1, 2], values: [1, 2] }])
    await append([{ metric: 'loss', steps: [2, 3], values: [20, 30] }], 1)
    await append([{ metric: 'loss', steps: [2], values: [200] }])
    expect(await valuesOf('loss')).toEqual([1, 20, 30])
  })

  it('counts a step that comes twice in one request as one', async () => {
    const answer = await append([{ metric: 'loss', steps: [1, 1, 2], values: [1, 2, 3] }])
    expect(answer.json()).toEqual({ accepted: 2, duplicates: 1 })
    expect(await valuesOf('loss')).toEqual([2, 3])
  })

  it('keeps every series bit for bit, in any parts, sent in any order and again', async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(anySeries, fc.nat({ max: 59 }), fc.boolean(), async (given, cut, isLate) => {
        runId = await server.save({ id: `run ${count++}` })
        const { steps, values, times, epochs, step_unit } = metricToJson({
          metric: 'loss',
          series: given,
          notices: [],
        })
        const part = (from: number, to?: number): unknown => ({
          metric: 'loss',
          step_unit,
          steps: steps.slice(from, to),
          values: values.slice(from, to),
          times: times?.slice(from, to) ?? null,
          epochs: epochs?.slice(from, to) ?? null,
        })
        const parts = [part(0, cut), part(cut), part(0, cut)]
        for (const one of isLate ? parts.toReversed() : parts) await append([one])
        const answer = await server.get(`${path()}?metric_type=loss`)
        const [back] = answer.json<{ metrics: readonly (SeriesJson & { step_unit: 'step' })[] }>()
          .metrics
        if (back === undefined) throw new Error('The metric is missing.')
        const read = seriesFromJson({ ...back, stepUnit: back.step_unit })
        expect(listsOf({ ...read, total: null })).toEqual(listsOf({ ...given, total: null }))
      }),
      { numRuns: 30 },
    )
  })

  it('takes hostile names for names like any other', async () => {
    for (const metric of ['', '__proto__', 'constructor', '../x', 'a\u0000b', '\ud800']) {
      const answer = await append([{ metric, steps: [1], values: [0.5] }])
      expect(answer.json()).toEqual({ accepted: 1, duplicates: 0 })
    }
    const all = (await server.get(path())).json<{ metrics: readonly { metric: string }[] }>()
    expect(all.metrics.map(({ metric }) => metric)).toContain('__proto__')
  })

  it.each([
    [
      'steps that are text',
      [{ metric: 'a', steps: ['1'], values: [1] }],
      'steps.0" must be number',
    ],
    ['a step that is null', [{ metric: 'a', steps: [null], values: [1] }], 'must be number'],
    ['a value in words', [{ metric: 'a', steps: [1], values: ['low'] }], 'values.0" must'],
    ['too few values', [{ metric: 'a', steps: [1, 2], values: [1] }], 'equally long'],
    ['too many times', [{ metric: 'a', steps: [1], values: [1], times: [1, 2] }], 'equally long'],
    ['no metric', [{ steps: [1], values: [1] }], "must have required property 'metric'"],
    [
      'a metric twice',
      [
        { metric: 'a', steps: [1], values: [1] },
        { metric: 'a', steps: [2], values: [1] },
      ],
      'twice',
    ],
    ['no list', {}, '"metrics" must be array.'],
  ])('refuses %s with a sentence, and keeps nothing', async (_fault, metrics, sentence) => {
    const answer = await append(metrics)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad-option'])
    expect(answer.json().detail).toContain(sentence)
    expect((await server.get(path())).json().metrics).toEqual([])
  })

  it('refuses a step that is beyond all numbers', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: path(),
      headers: { host: 'localhost:4870', 'content-type': 'application/json' },
      payload: '{"metrics":[{"metric":"a","steps":[1e999],"values":[1]}]}',
    })
    expect(answer.json().code).toBe('bad-option')
  })

  it('takes 1000 points at once, and not one more, over all its metrics', async () => {
    const points = (metric: string, count: number): unknown => {
      const steps = Array.from({ length: count }, (_, i) => i)
      return { metric, steps, values: steps }
    }
    const statuses: unknown[] = []
    for (const count of [mostPoints - 1, mostPoints, mostPoints + 1, 10 * mostPoints]) {
      const together = await append([points('one', count)])
      const apart = await append([points('first', count - 1), points('second', 1)])
      statuses.push([together.statusCode, apart.statusCode])
    }
    expect(statuses).toEqual([
      [200, 200],
      [200, 200],
      [400, 413],
      [400, 400],
    ])
  })

  it('takes a name of 250 characters, and not one more', async () => {
    const statuses = [longestKey - 1, longestKey, longestKey + 1].map(
      async (length) =>
        (await append([{ metric: 'x'.repeat(length), steps: [1], values: [1] }])).statusCode,
    )
    expect(await Promise.all(statuses)).toEqual([200, 200, 400])
  })

  it('says what is not there', async () => {
    const answer = await server.send('POST', path('nobody'), { metrics: [] })
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'run-not-found'])
  })
})
