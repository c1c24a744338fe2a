import { defineSeries, summarizeSeries, type MetricSeries } from '@runoff/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MetricStore } from '../metricStore.ts'
import { sampleFaults } from '../sampleFaults.ts'
import { anySeries, hostileName, listsOf, recordOf } from '../testing.ts'
import type { StoreFixture } from './storeFixture.ts'

/** What a store does with series. */
export function describeSeries(at: StoreFixture): void {
  it('gives back every series bit for bit, under any two names', async () => {
    const names = fc.uniqueArray(hostileName, { minLength: 2, maxLength: 2 })
    await fc.assert(
      fc.asyncProperty(names, anySeries, anySeries, async (two, a, b) => {
        const series = new Map([
          [two[0] ?? '', a],
          [two[1] ?? '', b],
        ])
        const runId = await at.saveRun({ id: at.freshId() }, series)
        const stored = await at.store.readSeries(runId, { metrics: Array.from(series.keys()) })
        expect(stored.map((one) => listsOf(one.series))).toEqual([listsOf(a), listsOf(b)])
      }),
      { numRuns: at.trials(100) },
    )
  })

  it('keeps what a series counts by, what it is of, and what was odd about it', async () => {
    const series: MetricSeries = {
      ...defineSeries([{ step: 1, value: 2 }]),
      stepUnit: 'epoch',
      basis: 'sampled',
      total: 400,
    }
    const notices = [{ code: 'steps-repeat', message: 'Two steps repeat.', count: 2 }]
    const record = recordOf(at.experimentId, { id: 'a' }, new Map([['loss', series]]))
    await at.store.saveRun({ ...record, notices: new Map([['loss', notices]]) })
    const [stored] = await at.store.readSeries(record.run.id)
    expect(stored).toEqual({ metric: 'loss', series, notices })
  })

  it('answers an unlogged metric with a series without points, and an unknown run not at all', async () => {
    const runId = await at.saveRun({ id: 'a' })
    expect((await at.read(runId, 'eval/loss'))?.steps).toHaveLength(0)
    await expect(at.store.readSeries('nobody')).rejects.toMatchObject({ code: 'not-found' })
    await expect(at.store.appendPoints('nobody', new Map())).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await at.store.getRun(at.experimentId, 'nobody')).toBeNull()
    expect(await at.store.getRun('nowhere', runId)).toBeNull()
  })

  it('takes points in any order and any number of times, and is the same in the end', async () => {
    const batches = fc.array(fc.nat({ max: 59 }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(anySeries, batches, async (whole, starts) => {
        const runId = await at.saveRun({ id: at.freshId() })
        const append = (from: number, to?: number): ReturnType<MetricStore['appendPoints']> =>
          at.store.appendPoints(runId, new Map([['loss', sliceOf(whole, from, to)]]))
        for (const start of starts) await append(start, start + 7)
        await append(0)
        const again = await append(0)
        expect(again).toEqual({ accepted: 0, duplicates: whole.steps.length })
        if (whole.steps.length === 0) return
        expect(listsOf((await at.read(runId, 'loss')) ?? whole)).toEqual(listsOf(whole))
        const run = await at.store.getRun(at.experimentId, runId)
        expect(run?.metrics.get('loss')).toEqual(summarizeSeries(whole))
      }),
      { numRuns: at.trials(60) },
    )
  })

  it('refuses a batch whole that has one point without a place', async () => {
    const runId = await at.saveRun({ id: 'a' })
    const good = defineSeries([{ step: 1, value: 1 }])
    const bad = { ...good, steps: Float64Array.of(NaN) }
    const batch = new Map([
      ['good', good],
      ['bad', bad],
    ])
    await expect(at.store.appendPoints(runId, batch)).rejects.toMatchObject({ code: 'bad-run' })
    expect((await at.read(runId, 'good'))?.steps).toHaveLength(0)
    expect((await at.store.getRun(at.experimentId, runId))?.metrics.size).toBe(0)
  })

  it('reads a range with both its ends, and only what comes after `since`', async () => {
    const steps = [0, 1, 2, 3, 4, 5]
    const points = steps.map((at) => ({ step: at, value: at }))
    const runId = await at.saveRun({ id: 'a' }, new Map([['loss', defineSeries(points)]]))
    const [stored] = await at.store.readSeries(runId, { from: 1, to: 4, since: 2 })
    expect(Array.from(stored?.series.steps ?? [])).toEqual([3, 4])
    expect(stored?.series.total).toBe(2)
  })

  it('cuts a series down to its extremes, and never over the number asked for', async () => {
    const limit = fc.integer({ min: 8, max: 40 })
    await fc.assert(
      fc.asyncProperty(anySeries, limit, async (series, maxPoints) => {
        const runId = await at.saveRun({ id: at.freshId() }, new Map([['loss', series]]))
        const [stored] = await at.store.readSeries(runId, { maxPoints })
        expect(sampleFaults(series, stored?.series ?? defineSeries([]), maxPoints)).toEqual([])
      }),
      { numRuns: at.trials(150) },
    )
  })
}

function sliceOf(series: MetricSeries, from: number, to?: number): MetricSeries {
  const steps = series.steps.slice(from, to)
  return {
    ...series,
    steps,
    values: series.values.slice(from, to),
    epochs: series.epochs && series.epochs.slice(from, to),
    timesMs: series.timesMs && series.timesMs.slice(from, to),
    total: steps.length,
  }
}
