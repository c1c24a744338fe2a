import { defineSeries, type MetricSeries } from '@runoff/core'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { MetricStore } from '../metricStore.ts'
import { openSqliteStore } from '../sqlite/sqliteStore.ts'
import type { OpenStore, StoreUnderTest } from '../suite/storeFixture.ts'
import { anySeries, listsOf, recordOf } from '../testing.ts'

/** What is asked of a ClickHouse store beyond what every store does. */
export function describeClickHouse(openStore: OpenStore): void {
  let under: StoreUnderTest
  let store: MetricStore
  let experimentId: string
  beforeEach(async () => {
    under = await openStore()
    store = under.store
    experimentId = (await store.createExperiment('trials')).id
  })
  afterEach(() => under.cleanUp())

  it('samples as SQLite does, point for point', async () => {
    const sqlite = openSqliteStore(':memory:')
    await sqlite.createExperiment('trials')
    let count = 0
    const spread = fc.constantFrom(1, 1e-300, 1e300, 2 ** -30)
    const shift = fc.constantFrom(0, 1e16, -1e9)
    const given = fc.tuple(anySeries, fc.integer({ min: 8, max: 40 }), spread, shift)
    await fc.assert(
      fc.asyncProperty(given, async ([points, maxPoints, factor, start]) => {
        const series = moved(points, factor, start)
        const record = recordOf(experimentId, { id: `${count++}` }, new Map([['loss', series]]))
        const samples: unknown[] = []
        for (const one of [store, sqlite]) {
          await one.saveRun(record)
          const stored = await one.readSeries(record.run.id, { maxPoints })
          samples.push(stored.map(({ series: sample }) => listsOf(sample)))
        }
        expect(samples[0]).toEqual(samples[1])
      }),
      { numRuns: 12 },
    )
  })

  it('is right where two stores add the same and other points at once', async () => {
    const other = await under.another()
    const { run } = recordOf(experimentId, { id: 'a' })
    await store.createRun(experimentId, run)
    const stepsOf = (from: number): number[] => Array.from({ length: 20 }, (_, i) => from + i)
    const append = async (one: MetricStore, from: number): Promise<unknown> => {
      const points = stepsOf(from).map((step) => ({ step, value: step }))
      return one.appendPoints(run.id, new Map([['loss', defineSeries(points)]]))
    }
    for (const from of [0, 15, 30]) {
      await Promise.all([append(store, from), append(other, from), append(other, from + 10)])
    }
    const whole = Array.from({ length: 60 }, (_, step) => step)
    for (const one of [store, other]) {
      const [stored] = await one.readSeries(run.id)
      expect(Array.from(stored?.series.values ?? [])).toEqual(whole)
      expect(stored?.series.total).toBe(60)
      const loss = (await one.getRun(experimentId, run.id))?.metrics.get('loss')
      expect(loss).toMatchObject({ min: 0, max: 59, last: 59, count: 60 })
    }
    const { changes } = await store.readChanges(0)
    const told = new Set(changes.flatMap(({ metrics }) => metrics.flatMap(stepsBetween)))
    expect(Array.from(told).toSorted((a, b) => a - b)).toEqual(whole)
  })

  it('has every point that was acknowledged before it was killed', async () => {
    const { run } = recordOf(experimentId, { id: 'a' })
    await store.createRun(experimentId, run)
    const acknowledged: number[] = []
    const write = async (): Promise<void> => {
      for (let step = 0; step < 1000; step++) {
        const points = defineSeries([{ step, value: step }])
        await store.appendPoints(run.id, new Map([['loss', points]]))
        acknowledged.push(step)
      }
    }
    const writing = write().catch((error: unknown) => error)
    await vi.waitUntil(() => acknowledged.length > 3, { timeout: 20_000 })
    const found = await under.crash()
    expect(await writing).toMatchObject({ code: 'source-failed' })
    const [stored] = await found.readSeries(run.id)
    const steps = Array.from(stored?.series.steps ?? [])
    expect(steps.slice(0, acknowledged.length)).toEqual(acknowledged)
    // What may be there in part is whole once it is sent again.
    const points = acknowledged.concat(acknowledged.length).map((step) => ({ step, value: step }))
    await found.appendPoints(run.id, new Map([['loss', defineSeries(points)]]))
    const more = defineSeries([{ step: 2000, value: 1 }])
    await found.appendPoints(run.id, new Map([['loss', more]]))
    const loss = (await found.getRun(experimentId, run.id))?.metrics.get('loss')
    expect(loss?.count).toBe(points.length + 1)
  })
}

function stepsBetween({ from, to }: { readonly from: number; readonly to: number }): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

/** Steps at the edges of what numbers can tell apart, of which some fall together. */
function moved(series: MetricSeries, factor: number, start: number): MetricSeries {
  const places = new Map<number, number>()
  series.steps.forEach((step, i) => {
    const place = step * factor + start + 0
    if (Number.isFinite(place) && !places.has(place)) places.set(place, i)
  })
  const sorted = Array.from(places).toSorted(([a], [b]) => a - b)
  const pick = (column: Float64Array): Float64Array =>
    Float64Array.from(sorted, ([, i]) => column[i] ?? NaN)
  return {
    ...series,
    steps: Float64Array.from(sorted, ([place]) => place),
    values: pick(series.values),
    epochs: null,
    timesMs: null,
    total: sorted.length,
  }
}
