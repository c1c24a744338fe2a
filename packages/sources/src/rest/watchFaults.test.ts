import type { ServerResponse } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startServer, type TestServer } from '../testdata/restServer.ts'
import { createExperiments } from './experiments.ts'
import { createWatch } from './watchRuns.ts'

/** What one request meets on its way. */
type Fault =
  | { readonly kind: 'none' }
  | { readonly kind: 'abort'; readonly atByte: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'type' }
  | { readonly kind: 'again'; readonly back: number }
  | { readonly kind: 'disorder'; readonly atByte: number }

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.constant<Fault>({ kind: 'none' }),
  fc.record({ kind: fc.constant('abort' as const), atByte: fc.nat({ max: 400 }) }),
  fc.constant<Fault>({ kind: 'reset' }),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(401, 403, 404, 408, 429, 500, 502, 503),
  }),
  fc.constant<Fault>({ kind: 'type' }),
  fc.record({ kind: fc.constant('again' as const), back: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('disorder' as const), atByte: fc.integer({ min: 1, max: 7 }) }),
)

/** How many schedules are tried: `RUNOFF_TRIALS=10000` tries the promised number. */
const trials = Number(process.env['RUNOFF_TRIALS'] ?? 40)
const eventCount = 12
const frameOf = (id: number): string =>
  `id: ${id}\r\nevent: change\r\ndata: {"run_id":"räum ${id}","metrics":[{"metric":"loss","from":${id},"to":${id}}]}\r\n\r\n`

describe('a watch over a network that fails', () => {
  let server: TestServer
  let faults: Fault[] = []
  beforeAll(async () => {
    server = await startServer((request, response) => {
      const after = Number(request.headers['last-event-id'] ?? 0)
      answer(response, after, faults.shift() ?? { kind: 'none' })
    })
  })
  afterAll(() => server.close())

  it('tells every change, whatever is cut, refused, repeated or out of order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 8 }), async (schedule) => {
        faults = [...schedule]
        const told = new Map<string, number>()
        const context = { baseUrl: server.baseUrl, fetch, headers: () => ({}) }
        const list = {
          context,
          experiments: createExperiments(context),
          sourceId: 'rest',
          streamPath: '/stream',
          experimentId: null,
          live: new Set<string>(),
          lacks: new Set<'batch'>(),
        }
        const timing = { firstMs: 0, longestMs: 1, silenceMs: 5_000, random: () => 0 }
        const stop = createWatch(list, timing)({}, (event) => {
          if (event.kind === 'points') told.set(event.runId, (told.get(event.runId) ?? 0) + 1)
        })
        try {
          await vi.waitFor(() => expect(told.size).toBe(eventCount), { timeout: 5000, interval: 2 })
        } finally {
          stop()
        }
        const expected = Array.from({ length: eventCount }, (_, i) => `räum ${i + 1}`)
        expect([...told.keys()].toSorted()).toEqual(expected.toSorted())
        // What the server sends twice may be told twice: it is read again, and is the same.
        const mayRepeat = schedule.some(({ kind }) => kind === 'again')
        const most = Math.max(...told.values())
        expect(mayRepeat ? 1 : most).toBe(1)
      }),
      { numRuns: trials },
    )
  }, 600_000)
})

function answer(response: ServerResponse, after: number, given: Fault): void {
  if (given.kind === 'reset') return void response.socket?.resetAndDestroy()
  if (given.kind === 'status') return void response.writeHead(given.status).end('<html>')
  if (given.kind === 'type') {
    response.writeHead(200, { 'content-type': 'text/html' })
    return void response.end(framesAfter(after))
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const first = given.kind === 'again' ? Math.max(0, after - given.back) : after
  const bytes = Buffer.from(`: hello\n\n${framesAfter(first)}`)
  if (given.kind === 'abort') {
    return void response.write(bytes.subarray(0, given.atByte), () => response.socket?.destroy())
  }
  if (given.kind === 'disorder') return writeInPieces(response, bytes, given.atByte)
  response.write(bytes)
}

function framesAfter(after: number): string {
  return Array.from({ length: eventCount - after }, (_, i) => frameOf(after + i + 1)).join('')
}

/** Pieces that end within characters and lines. */
function writeInPieces(response: ServerResponse, bytes: Uint8Array, size: number): void {
  for (let at = 0; at < bytes.length; at += size) response.write(bytes.subarray(at, at + size))
}
