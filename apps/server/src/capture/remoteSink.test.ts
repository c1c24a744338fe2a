import { defineRun, type Run } from '@runoff/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from '../api/testing.ts'
import { trials } from '../store/testing.ts'
import { createRecorder, type LogSink, type Recorder } from './recorder.ts'
import { remoteSink } from './remoteSink.ts'
import { openFaultyLine, type FaultyLine, type LineFault } from './testdata/faultyLine.ts'

let server: TestServer
let line: FaultyLine
beforeEach(async () => {
  line = await openFaultyLine()
  server = await openTestServer(null, { hosts: [new URL(line.url).host] })
  line.connectTo(await server.listen())
})
afterEach(async () => {
  await line.close()
  await server.close()
})

const newRun = (): Run =>
  defineRun({ id: crypto.randomUUID(), name: 'a', status: 'running', startedAt: 1_700_000_000_000 })

/** Each request has a connection of its own, so that a fault is that of one request. */
const oneByOne: typeof fetch = (input, init = {}) =>
  fetch(input, { ...init, headers: closing(init.headers) })

function closing(headers: RequestInit['headers']): Headers {
  const all = new Headers(headers)
  all.set('connection', 'close')
  return all
}

const sinkOf = (run: Run, url = line.url): LogSink =>
  remoteSink({ url, token: null, experiment: 'trials', run, fetch: oneByOne })

const ending = { status: 'completed', endedAt: 1_700_000_100_000 } as const
const pointText = (step: number): string => `{'loss': ${1 / (step + 1)}, 'step': ${step}}\n`
const push = (recorder: Recorder, text: string): void => recorder.push('out', Buffer.from(text))

/** Writes as often as it fails, and returns why it did. */
async function writeAll(recorder: Recorder): Promise<readonly string[]> {
  const reasons: string[] = []
  for (let i = 0; i < 40; i++) {
    try {
      await recorder.write()
      return reasons
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error))
    }
  }
  throw new Error(`Never written: ${reasons.at(-1)}`)
}

async function keptOf(run: Run): Promise<{ log: string; values: readonly number[]; run: Run }> {
  const { bytes } = await server.store.readLog(run.id)
  const [loss] = await server.store.readSeries(run.id, { metrics: ['train/loss'] })
  const kept = await server.store.getRun(server.experimentId, run.id)
  if (kept === null) throw new Error('There is no such run.')
  const log = Buffer.from(bytes).toString()
  return { log, values: Array.from(loss?.series.values ?? []), run: kept }
}

describe('a run that is sent to a server', { timeout: 30_000 }, () => {
  it('is there with its log, its points and how it ended', async () => {
    const run = newRun()
    const recorder = createRecorder(sinkOf(run), () => 1_700_000_050_000)
    await recorder.write()
    expect((await keptOf(run)).run).toMatchObject({ name: 'a', status: 'running' })
    push(recorder, pointText(0) + pointText(1))
    await recorder.write()
    push(recorder, pointText(2).trimEnd())
    recorder.end(ending)
    await recorder.write()
    const kept = await keptOf(run)
    expect(kept.values).toEqual([1, 1 / 2, 1 / 3])
    expect(kept.log).toBe([0, 1, 2].map(pointText).join('').trimEnd())
    expect(kept.run).toMatchObject({ status: 'completed', endedAtMs: 1_700_000_100_000 })
    expect(recorder.leftBytes).toBe(0)
  })

  it.each<readonly [LineFault, RegExp]>([
    ['status-500', /^http:\S+ did not keep this: it answered with status 500$/],
    ['cut', /^http:\S+ cannot be reached: \w+\.$/],
    ['answer-lost', /^http:\S+ cannot be reached: \w+\.$/],
  ])('is whole in spite of each request failing once: %s', async (fault, sentence) => {
    const run = newRun()
    const recorder = createRecorder(sinkOf(run), Date.now)
    const texts = [pointText(0), pointText(1), 'no end']
    for (const text of texts) {
      push(recorder, text)
      if (text === 'no end') recorder.end(ending)
      line.faults.push(fault)
      const reasons = await writeAll(recorder)
      expect(reasons).toEqual([expect.stringMatching(sentence)])
    }
    const kept = await keptOf(run)
    expect(kept.log).toBe(texts.join(''))
    expect(kept.values).toEqual([1, 1 / 2])
    expect(kept.run.status).toBe('completed')
  })

  it('has nothing lost and nothing twice, whatever fails and whatever is printed meanwhile', async () => {
    const rare: readonly LineFault[] = ['cut', 'answer-lost', 'status-500']
    for (let trial = 0; trial < trials(3); trial++) {
      const run = newRun()
      const recorder = createRecorder(sinkOf(run), Date.now)
      let failed = 0
      for (let step = 0; step < 30; step++) {
        push(recorder, pointText(step))
        const fault = rare[(step * 7 + trial) % 5]
        if (fault !== undefined) line.faults.push(fault)
        // A write that failed is tried again with what was printed since.
        await recorder.write().catch(() => (failed += 1))
      }
      recorder.end(ending)
      await writeAll(recorder)
      line.faults.length = 0
      const kept = await keptOf(run)
      const steps = Array.from({ length: 30 }, (_, step) => step)
      expect(failed).toBeGreaterThan(0)
      expect(kept.log).toBe(steps.map(pointText).join(''))
      expect(kept.values).toEqual(steps.map((step) => 1 / (step + 1)))
    }
  })

  it('says where it looked when no server is there', async () => {
    const run = newRun()
    const gone = await openFaultyLine()
    await gone.close()
    const away = createRecorder(sinkOf(run, gone.url), Date.now)
    await expect(away.write()).rejects.toThrow(`${gone.url} cannot be reached: ECONNREFUSED.`)
  })

  it('may print anything: characters that are cut, marks at their beginning, bytes of no text', async () => {
    const run = newRun()
    const sink = sinkOf(run)
    const bytes = Buffer.concat([
      Buffer.from('\uFEFFé€\n'),
      Buffer.from([0xff, 0x0a]),
      Buffer.alloc(200_000),
      Buffer.from('\n\uFEFF€'),
    ])
    for (let i = 0; i < bytes.length; i += 40_000 - 1) {
      line.faults.push('answer-lost')
      const piece = bytes.subarray(i, i + 40_000 - 1)
      await expect(sink.append(piece, 1)).rejects.toThrow('cannot be reached')
      await sink.append(piece, 1)
    }
    await sink.append(Buffer.from([0xe2, 0x82]), 1)
    await sink.finish(ending)
    expect((await keptOf(run)).log).toBe(`${bytes.toString()}\uFFFD`)
  })

  it('is taken in pieces that the server takes, when nothing but zeros is printed', async () => {
    const run = newRun()
    const recorder = createRecorder(sinkOf(run), () => 1)
    for (let i = 0; i < 16; i++) recorder.push('out', new Uint8Array(65_536))
    recorder.end(ending)
    await recorder.write()
    expect((await server.store.readLog(run.id, { maxBytes: 0 })).size).toBe(16 * 65_536)
  })

  it('has long names and values cut, as long as the server allows', async () => {
    const long = 'x'.repeat(10_000)
    const params = { [long]: 1, prompt: long, lr: 0.1 }
    const run = defineRun({
      ...newRun(),
      name: long,
      group: long,
      seed: long,
      params,
      tags: { long },
    })
    await sinkOf(run).begin()
    const kept = (await keptOf(run)).run
    expect([kept.name.length, kept.group?.length, kept.seed?.length]).toEqual([500, 500, 500])
    expect(kept.params.get('lr')).toBe(0.1)
    expect(kept.params.get('prompt')).toHaveLength(6000)
    expect(kept.tags.get('long')).toHaveLength(6000)
  })
})
