import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mostLogBytes } from './limits.ts'
import { openTestServer, type TestServer } from './testing.ts'

let server: TestServer
let runId: string
beforeEach(async () => {
  server = await openTestServer()
  runId = await server.save({ id: 'a', status: 'running' })
})
afterEach(() => server.close())

const runPath = (): string => `/api/v1/experiments/${server.experimentId}/runs/${runId}`

const append = (offset: number, text: string, rest: object = {}): Promise<LightMyRequestResponse> =>
  server.send('POST', `${runPath()}/logs`, { offset, text, ...rest })

const read = async (query = ''): Promise<Readonly<Record<string, unknown>>> =>
  (await server.get(`${runPath()}/logs${query}`)).json()

const lines = [1, 2, 3].map((step) => `{'loss': ${4 - step}.5, 'step': ${step}}\n`).join('')

describe('POST …/runs/{run_id}/logs', () => {
  it('keeps the text as it was, and the points in it', async () => {
    expect((await append(0, lines)).json()).toEqual({ size: lines.length })
    expect(await read()).toMatchObject({ text: lines, size: lines.length, offset: 0 })
    const metrics = (await server.get(`${runPath()}/metrics`)).json()
    expect(metrics.metrics).toMatchObject([{ metric: 'train/loss', values: [3.5, 2.5, 1.5] }])
  })

  it('keeps a text once, however it is cut and however often its pieces are sent', async () => {
    let count = 0
    const text = `ä€😀 ${lines}`
    const cuts = fc.array(fc.nat({ max: Array.from(text).length }), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(cuts, async (given) => {
        runId = await server.save({ id: `run ${count++}`, status: 'running' })
        const characters = Array.from(text)
        const borders = [0, ...given.toSorted((a, b) => a - b), characters.length]
        let offset = 0
        for (const [i, border] of borders.entries()) {
          const piece = characters.slice(border, borders[i + 1]).join('')
          const sent = await append(offset, piece)
          await append(offset, piece)
          offset = sent.json().size
        }
        expect(offset).toBe(Buffer.byteLength(text))
        expect((await read()).text).toBe(text)
        const { metrics } = (await server.get(`${runPath()}/metrics`)).json()
        expect(metrics).toMatchObject([{ values: [3.5, 2.5, 1.5] }])
      }),
      { numRuns: 20 },
    )
  })

  it('reads a last line that has no end when it is said to be the last', async () => {
    const cut = lines.slice(0, -1)
    await append(0, cut)
    await append(cut.length, '', { is_last: true })
    const { metrics } = (await server.get(`${runPath()}/metrics`)).json()
    expect(metrics[0].values).toEqual([3.5, 2.5, 1.5])
  })

  it('refuses a hole, and says how much is there', async () => {
    await append(0, 'abc')
    const answer = await append(4, 'def')
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'log-hole'])
    expect(answer.json().size).toBe(3)
    expect((await append(3, 'def')).json()).toEqual({ size: 6 })
  })

  it('counts in bytes, not in characters', async () => {
    expect((await append(0, 'ä')).json()).toEqual({ size: 2 })
    expect((await append(1, 'x')).json()).toEqual({ size: 2 })
    expect((await append(2, '€')).json()).toEqual({ size: 5 })
  })

  it.each([
    [{ offset: -1, text: '' }],
    [{ offset: 0.5, text: '' }],
    [{ offset: '0', text: '' }],
    [{ offset: 0 }],
    [{ offset: 0, text: null }],
    [{ offset: 0, text: '', is_last: 'yes' }],
    [{ offset: 2 ** 53, text: '' }],
  ])('refuses %j', async (body) => {
    const answer = await server.send('POST', `${runPath()}/logs`, body)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad-option'])
  })
})

describe('GET …/runs/{run_id}/logs', () => {
  it('gives the whole text in parts of any size, no character broken', async () => {
    const text = 'ab😀ä€\ud7ff\uffee'.repeat(3)
    await append(0, text)
    for (const size of [4, 5, 6, 7, 100]) {
      const parts: string[] = []
      let from = 0
      while (from < Buffer.byteLength(text)) {
        const part = await read(`?from=${from}&max_bytes=${size}`)
        parts.push(String(part.text))
        expect(Number(part.next_offset)).toBeGreaterThan(from)
        from = Number(part.next_offset)
      }
      expect(parts.join('')).toBe(text)
    }
  })

  it('is empty where nothing was printed, and behind the end', async () => {
    expect(await read()).toEqual({ offset: 0, next_offset: 0, size: 0, text: '' })
    await append(0, 'abc')
    expect(await read('?from=3')).toMatchObject({ text: '', size: 3 })
  })

  it('gives up to a million bytes, and refuses to give more', async () => {
    const statuses = [4, mostLogBytes, mostLogBytes + 1, 3].map(
      async (bytes) => (await server.get(`${runPath()}/logs?max_bytes=${bytes}`)).statusCode,
    )
    expect(await Promise.all(statuses)).toEqual([200, 200, 400, 400])
  })

  it('says what is not there', async () => {
    const answer = await server.get(`${runPath()}x/logs`)
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'run-not-found'])
  })
})
