import type { MetricSeries } from '@runoff/core'
import { filesSource, textFile } from '@runoff/sources/files'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineRun } from '@runoff/core'
import type { MetricStore } from '../store/metricStore.ts'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'
import { listsOf } from '../store/testing.ts'
import { createCaptures } from './captures.ts'

let store: MetricStore
let experimentId: string
let count = 0

beforeEach(async () => {
  store = openSqliteStore(':memory:')
  experimentId = (await store.createExperiment('trials')).id
})
afterEach(() => store.close())

async function newRun(): Promise<string> {
  count += 1
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
  return (await store.createRun(experimentId, defineRun({ id, name: 'a' }))).id
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What a log is read as from a file, by metric. */
async function seriesInFile(text: string): Promise<ReadonlyMap<string, unknown>> {
  const source = filesSource({ files: [textFile('run.log', text)] })
  const [run] = (await source.listRuns({})).runs
  if (run === undefined) return new Map()
  const requests = [...run.metrics.keys()].map((metric) => ({ runId: run.id, metric }))
  const results = await source.readSeries(requests)
  return new Map(
    results.flatMap(({ request, series }) =>
      series === null || series.steps.length === 0 ? [] : [[request.metric, plain(series)]],
    ),
  )
}

async function seriesInStore(runId: string): Promise<ReadonlyMap<string, unknown>> {
  const all = await store.readSeries(runId)
  return new Map(
    all.flatMap(({ metric, series }) =>
      series.steps.length === 0 ? [] : [[metric, plain(series)]],
    ),
  )
}

/** Without the total: a file counts the points that a later one of their step replaced. */
function plain(series: MetricSeries): unknown {
  return { ...listsOf(series), total: null }
}

interface Row {
  readonly loss: number
  readonly step: number | null
  readonly epoch: number | null
}

const number = fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constantFrom(NaN, Infinity, -0.5))

/** The dicts of a training: with steps, that may go back; with epochs, that may repeat; with neither. */
const anyLog = fc
  .oneof(
    fc.array(fc.record({ loss: number, step: fc.nat({ max: 12 }), epoch: fc.constant(null) })),
    fc.array(fc.record({ loss: number, step: fc.constant(null), epoch: fc.nat({ max: 9 }) })),
    fc.array(fc.record({ loss: number, step: fc.constant(null), epoch: fc.constant(null) })),
  )
  .map((rows) => `training\n${rows.map(lineOf).join('')}`)

function lineOf({ loss, step, epoch }: Row): string {
  const value = Number.isNaN(loss) ? 'nan' : String(loss).replace('Infinity', 'inf')
  const place = [
    ...(step === null ? [] : [`'step': ${step}`]),
    ...(epoch === null ? [] : [`'epoch': ${epoch}`]),
  ]
  return `{${[`'loss': ${value}`, `'learning_rate': 1.5`, ...place].join(', ')}}\n`
}

describe('a log that is sent piece by piece', () => {
  it('holds the same points as when it is read from a file, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, fc.array(fc.nat({ max: 400 })), async (text, places) => {
        const runId = await newRun()
        const captures = createCaptures(store)
        const bytes = bytesOf(text)
        const cuts = [...new Set([0, ...places.filter((at) => at < bytes.length), bytes.length])]
        const sorted = cuts.toSorted((a, b) => a - b)
        for (const [i, offset] of sorted.entries()) {
          await captures.append(runId, { offset, bytes: bytes.subarray(offset, sorted[i + 1]) })
        }
        await captures.finish(runId)
        expect(await seriesInStore(runId)).toEqual(await seriesInFile(text))
      }),
      { numRuns: 60 },
    )
  })

  it('holds them as well when what reads it is started anew between any two pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyLog,
        fc.array(fc.nat({ max: 400 }), { maxLength: 5 }),
        async (text, places) => {
          const runId = await newRun()
          const bytes = bytesOf(text)
          for (const end of [...places, bytes.length].toSorted((a, b) => a - b)) {
            const captures = createCaptures(store)
            await captures.append(runId, { offset: 0, bytes: bytes.subarray(0, end) })
            await captures.close()
          }
          await createCaptures(store).finish(runId)
          expect(await seriesInStore(runId)).toEqual(await seriesInFile(text))
          expect(Buffer.from((await store.readLog(runId)).bytes).toString()).toBe(text)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('is kept as it is, byte for byte, whatever it holds', async () => {
    const runId = await newRun()
    const captures = createCaptures(store)
    const bytes = Uint8Array.from([0xff, 0x00, 0x7b, 0x27, 0xe2, 0x82, 0x0a])
    expect(await captures.append(runId, { offset: 0, bytes })).toBe(7)
    expect(await captures.append(runId, { offset: 5, bytes: bytes.subarray(5) })).toBe(7)
    expect(await store.readLog(runId)).toMatchObject({ size: 7, bytes })
  })

  it('gives points the time at which they were printed, which a new beginning does not take away', async () => {
    for (const place of ["'step': 7", "'epoch': 0.5", "'grad_norm': 2"]) {
      const runId = await newRun()
      const bytes = bytesOf(`{'loss': 1, 'learning_rate': 0.1, ${place}}\n`)
      await createCaptures(store).append(runId, { offset: 0, bytes, printedAtMs: 1000 })
      await createCaptures(store).append(runId, { offset: bytes.length, bytes, printedAtMs: 2000 })
      const [loss] = await store.readSeries(runId, { metrics: ['train/loss'] })
      const isOne = place.includes('step')
      expect(loss?.series.timesMs).toEqual(Float64Array.from(isOne ? [2000] : [1000, 2000]))
    }
  })

  it('has no holes: what would leave one is refused, and can be sent after all', async () => {
    const runId = await newRun()
    const captures = createCaptures(store)
    const line = bytesOf("{'loss': 0.5, 'step': 1}\n")
    await expect(captures.append(runId, { offset: 9, bytes: line })).rejects.toMatchObject({
      code: 'bad-option',
    })
    expect(await captures.append(runId, { offset: 0, bytes: line })).toBe(line.length)
    const [loss] = await store.readSeries(runId, { metrics: ['train/loss'] })
    expect(loss?.series.values).toEqual(Float64Array.of(0.5))
  })

  it('says of points without a step what they are placed by', async () => {
    const runId = await newRun()
    const captures = createCaptures(store)
    const text = "{'loss': 2, 'epoch': 0.5}\n{'loss': 1, 'epoch': 0.5}\n"
    await captures.append(runId, { offset: 0, bytes: bytesOf(text.slice(0, 30)) })
    expect((await store.readSeries(runId))[0]).toMatchObject({
      series: { stepUnit: 'epoch' },
      notices: [{ code: 'no-step' }],
    })
    await captures.append(runId, { offset: 30, bytes: bytesOf(text.slice(30)) })
    expect((await store.readSeries(runId))[0]).toMatchObject({
      series: { stepUnit: 'record', steps: Float64Array.of(1, 2) },
    })
  })

  it('says how many points name no step where the others do', async () => {
    const runId = await newRun()
    const captures = createCaptures(store)
    const text = "{'loss': 2, 'step': 1}\n{'loss': 1, 'learning_rate': 1, 'epoch': 1}\n"
    await captures.append(runId, { offset: 0, bytes: bytesOf(text + text) })
    const [loss] = await store.readSeries(runId, { metrics: ['train/loss'] })
    expect(loss?.notices).toMatchObject([{ code: 'no-step', count: 2 }])
    expect(loss?.series.values).toEqual(Float64Array.of(2))
  })

  it('tells how far the run is, and what it came to as a whole', async () => {
    const runId = await newRun()
    const captures = createCaptures(store)
    const text =
      "{'loss': 2, 'epoch': 0.5, 'step': 10}\n{'train_runtime': 40.5, 'train_loss': 2.0, 'epoch': 1.0}\n"
    await captures.append(runId, { offset: 0, bytes: bytesOf(text) })
    const run = await store.getRun(experimentId, runId)
    expect(run).toMatchObject({ step: 10, epoch: 0.5 })
    expect(run?.metrics.get('train_runtime')).toMatchObject({ last: 40.5 })
  })

  it('is that of an unknown run to no one', async () => {
    const captures = createCaptures(store)
    const chunk = { offset: 0, bytes: bytesOf('x') }
    await expect(captures.append('nobody', chunk)).rejects.toMatchObject({ code: 'not-found' })
  })
})
