import { Validator } from '@seriousme/openapi-schema-validator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pathOf } from './describedAnswers.ts'
import { routesOf } from './routeAccess.ts'
import { openTestServer, type TestServer } from './testing.ts'

let server: TestServer
beforeEach(async () => {
  server = await openTestServer()
})
afterEach(() => server.close())

type Operation = {
  readonly operationId?: string
  readonly summary?: string
  readonly responses: Readonly<Record<string, unknown>>
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>

async function read(): Promise<{ readonly paths: Paths }> {
  return (await server.get('/api/v1/openapi.json')).json()
}

describe('GET /api/v1/openapi.json', () => {
  it('is an OpenAPI document', async () => {
    const answer = await server.get('/api/v1/openapi.json')
    expect(answer.statusCode).toBe(200)
    const verdict = await new Validator({ strict: false }).validate(answer.json())
    expect(verdict.errors ?? []).toEqual([])
    expect(verdict.valid).toBe(true)
  })

  it('describes every route, its answers and what it may be refused with', async () => {
    const { paths } = await read()
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const routes = routesOf(server.app)
      .filter(({ method, access }) => method !== 'HEAD' && access.kind !== 'page')
      .map(({ method, url }) => `${method} ${pathOf(url)}`)
    expect(described.toSorted()).toEqual(routes.toSorted())
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods))
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    for (const { summary, responses, operationId } of operations) {
      expect([operationId, summary]).toEqual([expect.any(String), expect.any(String)])
      expect(Object.keys(responses)).toEqual(
        expect.arrayContaining(['400', '401', '403', '404', '413', '429', '500']),
      )
    }
  })

  it('refers to nothing that it does not hold', async () => {
    const document: unknown = await read()
    const text = JSON.stringify(document)
    const refs = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref)
    expect(refs.length).toBeGreaterThan(20)
    for (const ref of new Set(refs)) {
      const path = ref.slice(2).split('/')
      const held = path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), document)
      expect([ref, typeof held]).toEqual([ref, 'object'])
    }
  })
})

describe('GET /metrics', () => {
  it('counts requests by their route, points and what the process uses, and no names', async () => {
    const runId = await server.save({ id: 'a' })
    const path = `/api/v1/experiments/${server.experimentId}/runs/${runId}/metrics`
    const metrics = [{ metric: 'secret', steps: [1, 2], values: [1, 2] }]
    await server.send('POST', path, { metrics })
    await server.send('POST', path, { metrics })
    await server.get('/nothing', { host: 'attacker.example' })
    const answer = await server.get('/metrics')
    expect(answer.headers['content-type']).toMatch('text/plain; version=0.0.4')
    const route = '/api/v1/experiments/:experiment_id/runs/:run_id/metrics'
    expect(answer.body.split('\n')).toEqual(
      expect.arrayContaining([
        `runoff_http_request_duration_seconds_count{method="POST",route="${route}",status="200"} 2`,
        'runoff_http_request_duration_seconds_count{method="GET",route="none",status="403"} 1',
        'runoff_points_total{outcome="accepted"} 2',
        'runoff_points_total{outcome="duplicate"} 2',
        'runoff_stream_clients 0',
        expect.stringMatching(/^runoff_nodejs_eventloop_lag_p99_seconds \d/),
        expect.stringMatching(/^runoff_process_resident_memory_bytes \d/),
      ]),
    )
    expect(answer.body).not.toMatch(/secret|attacker/)
    expect(answer.body).not.toContain(runId)
  })
})
