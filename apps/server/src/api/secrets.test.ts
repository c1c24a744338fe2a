import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureLine, type LogLine } from './requestLog.ts'
import { openTestServer, seriesOf, type TestServer } from './testing.ts'

const token = 'canary-2f6d1c9e7b'
const secret = 'canary-in-what-was-asked'
const lines: LogLine[] = []
let server: TestServer
beforeEach(async () => {
  lines.length = 0
  server = await openTestServer(null, { token, log: (line) => lines.push(line) })
})
afterEach(() => server.close())

const bearer = { authorization: `Bearer ${token}` }

describe('the log', () => {
  it('has a line for each request: the pattern of its route, and nothing of what was asked', async () => {
    const runId = await server.save({ id: 'a' }, { loss: seriesOf([1]) })
    const run = `/api/v1/experiments/${server.experimentId}/runs/${runId}`
    await server.get(`${run}/metrics?metric_type=${secret}`, bearer)
    await server.get(`/${secret}?${secret}`, { ...bearer, 'x-request-id': secret })
    await server.send('PATCH', run, { name: secret }, { ...bearer, cookie: secret })
    const [metrics, unknown, change] = lines
    expect(metrics).toEqual({
      event: 'request',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      request_id: expect.stringMatching(/./),
      method: 'GET',
      route: '/api/v1/experiments/:experiment_id/runs/:run_id/metrics',
      status: 200,
      ms: expect.any(Number),
    })
    expect(unknown).toMatchObject({ route: null, status: 404 })
    expect(change).toMatchObject({ method: 'PATCH', status: 200 })
    expect(JSON.stringify(lines)).not.toMatch(/canary/)
  })

  it('tells a failure with its stack, which whoever asked is not told', async () => {
    await server.store.close()
    const answer = await server.get('/api/v1/experiments', bearer)
    const failure = lines.find(({ event }) => event === 'failure')
    expect(failure).toMatchObject({ request_id: expect.any(String), name: 'RunoffError' })
    expect(failure).toMatchObject({ stack: expect.stringMatching(/ at /) })
    expect(answer.body).not.toMatch(/ at |RunoffError|database/)
  })

  it('hides the token in what went wrong', () => {
    const error = new Error(`refused: ${token}`)
    const line = failureLine(error, { requestId: null, secret: token })
    expect(JSON.stringify(line)).not.toContain(token)
    expect(line).toMatchObject({ message: 'refused: [secret]' })
    expect(failureLine('text', { requestId: null, secret: null })).toMatchObject({
      message: 'text',
    })
  })
})

it('lets no secret stand in an answer, a header, a metric, a log or the description', async () => {
  const wrong = 'canary-that-was-wrong-1234'
  const paths = [
    '/healthz',
    '/',
    '/metrics',
    '/api/v1/openapi.json',
    '/api/v1/experiments',
    `/${secret}`,
    `/api/v1/experiments/${server.experimentId}/runs?cursor=${secret}`,
    `/api/v1/experiments/${server.experimentId}/runs?sort=${secret}`,
    `/api/v1/experiments/${secret}/runs`,
    '/%',
  ]
  const said: string[] = []
  for (const authorization of [`Bearer ${token}`, `Bearer ${wrong}`])
    for (const path of paths) {
      const answer = await server.get(path, { authorization, cookie: `a=${secret}` })
      said.push(answer.body, JSON.stringify(answer.headers))
    }
  for (const host of [`${secret}:4870`, 'localhost:4870']) {
    const answer = await server.get('/healthz', { ...bearer, host, origin: `http://${secret}` })
    expect(answer.statusCode).toBe(403)
    said.push(answer.body, JSON.stringify(answer.headers))
  }
  const all = [
    ...said,
    ...lines.map((line) => JSON.stringify(line)),
    ...server.failures.map(String),
  ]
  expect(all.length).toBeGreaterThan(40)
  expect(all.filter((text) => text.includes('canary'))).toEqual([])
})
