import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { largestBody, routesOf } from './routeAccess.ts'
import { openTestServer, seriesOf, type TestServer } from './testing.ts'

let server: TestServer
let runId: string
beforeEach(async () => {
  server = await openTestServer()
  runId = await server.save({ id: 'a' }, { loss: seriesOf([1]) })
})
afterEach(() => server.close())

const addressOf = (url: string): string =>
  url.replaceAll('::', ':').replace(':experiment_id', server.experimentId).replace(':run_id', runId)

/** A body of exactly so many bytes, which says nothing. */
const bodyOf = (bytes: number): string => '{}'.padEnd(bytes)

describe('limits', () => {
  it('end every address where its route says, and not one character before', async () => {
    for (const { method, url, access } of routesOf(server.app)) {
      if (method !== 'GET' || url.endsWith('/stream')) continue
      const path = addressOf(url)
      const { urlLength } = access.limits
      for (const [length, isTaken] of [
        [urlLength - 1, true],
        [urlLength, true],
        [urlLength + 1, false],
      ] as const) {
        const answer = await server.get(`${path}?${'x'.repeat(length - path.length - 1)}`)
        expect([url, length, answer.statusCode === 414]).toEqual([url, length, !isTaken])
      }
    }
  })

  it('end every body at a million bytes', async () => {
    for (const { method, url, access } of routesOf(server.app)) {
      if (access.kind !== 'change') continue
      expect(access.limits.bodyBytes).toBe(largestBody)
      const statuses: number[] = []
      for (const bytes of [largestBody - 1, largestBody, largestBody + 1, 10 * largestBody]) {
        const answer = await server.app.inject({
          method: method as 'POST',
          url: addressOf(url),
          headers: { host: 'localhost:4870', 'content-type': 'application/json' },
          payload: bodyOf(bytes),
        })
        statuses.push(answer.statusCode === 413 ? 413 : 0)
      }
      expect([method, url, statuses]).toEqual([method, url, [0, 0, 413, 413]])
    }
  })

  it('let nothing be sent where nothing is read', async () => {
    const answer = await server.app.inject({
      method: 'GET',
      url: '/api/v1/experiments',
      headers: { host: 'localhost:4870', 'content-type': 'application/json' },
      payload: bodyOf(10),
    })
    expect(answer.statusCode).toBe(200)
  })

  it('hold for every part of a list that can be asked for', async () => {
    const runs = `/api/v1/experiments/${server.experimentId}/runs`
    const list = (name: string, count: number): string =>
      Array.from({ length: count }, () => `${name}=a`).join('&')
    const statusOf = async (path: string): Promise<number> => (await server.get(path)).statusCode
    const metrics = `${runs}/${runId}/metrics`
    const cases = [
      [`${runs}?search=${'x'.repeat(500)}`, `${runs}?search=${'x'.repeat(501)}`],
      [`${runs}?sort=metric:${'x'.repeat(493)}`, `${runs}?sort=metric:${'x'.repeat(494)}`],
      [`${runs}?ids=${'x'.repeat(5000)}`, `${runs}?ids=${'x'.repeat(5001)}`],
      [`${runs}?${list('ids', 500)}`, `${runs}?${list('ids', 501)}`],
      [`${metrics}?${list('metric_type', 1000)}`, `${metrics}?${list('metric_type', 1001)}`],
      [
        `${metrics}?metric_type=${'x'.repeat(10_000)}`,
        `${metrics}?metric_type=${'x'.repeat(10_001)}`,
      ],
    ]
    for (const [most = '', more = ''] of cases) {
      expect([most.slice(0, 100), await statusOf(most), await statusOf(more)]).toEqual([
        most.slice(0, 100),
        200,
        400,
      ])
    }
  })
})
