import { defineSeries, summarizeSeries, type MetricSeries } from '@runoff/core'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MetricStore } from './metricStore.ts'
import { sampleFaults } from './sampleFaults.ts'
import { anySeries, hostileName, listsOf, recordOf } from './testing.ts'

/** One store as the suite needs it: empty, on a disk of its own. */
export interface StoreUnderTest {
  readonly store: MetricStore
  /** Stops in the middle of everything, as a power cut does, and opens what is on the disk. */
  crash(): Promise<MetricStore>
  cleanUp(): Promise<void>
}

/** What every `MetricStore` must do; each implementation runs it. */
export function describeMetricStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} as a MetricStore`, () => {
    let under: StoreUnderTest
    let store: MetricStore
    let experimentId: string
    let runCount = 0
    const freshId = (): string => `run ${runCount++}`

    beforeEach(async () => {
      under = await open()
      store = under.store
      experimentId = (await store.createExperiment('trials')).id
    })
    afterEach(() => under.cleanUp())

    const saveRun = async (
      input: Parameters<typeof recordOf>[1],
      series?: ReadonlyMap<string, MetricSeries>,
    ): Promise<string> => {
      const record = recordOf(experimentId, input, series)
      await store.saveRun(record)
      return record.run.id
    }

    const read = async (runId: string, metric: string): Promise<MetricSeries | undefined> =>
      (await store.readSeries(runId, { metrics: [metric] }))[0]?.series

    it('gives an experiment of the same name the same id, and counts its runs', async () => {
      await saveRun({ id: 'a' })
      const again = await store.createExperiment('trials')
      expect(again).toEqual({ id: experimentId, name: 'trials', runCount: 1 })
      expect(await store.getExperiment(experimentId)).toEqual(again)
      expect(await store.getExperiment('nowhere')).toBeNull()
      await store.createExperiment('__proto__')
      const names = (await store.listExperiments()).map((experiment) => experiment.name)
      expect(names).toEqual(['__proto__', 'trials'])
    })

    it('gives back every run as it was saved, whatever its names', async () => {
      // Parameters are JSON, which has no NaN, no infinities and one zero.
      const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0)
      const named = fc.dictionary(hostileName, fc.oneof(number, fc.string(), fc.boolean()))
      const input = fc.record({ name: hostileName, model: hostileName, params: named })
      await fc.assert(
        fc.asyncProperty(input, async (given) => {
          const record = recordOf(experimentId, {
            ...given,
            id: freshId(),
            metrics: { 'eval/loss': NaN },
          })
          await store.saveRun(record)
          expect(await store.getRun(experimentId, record.run.id)).toEqual(record.run)
        }),
        { numRuns: 60 },
      )
    })

    it('gives back every series bit for bit, under any two names', async () => {
      const names = fc.uniqueArray(hostileName, { minLength: 2, maxLength: 2 })
      await fc.assert(
        fc.asyncProperty(names, anySeries, anySeries, async (two, a, b) => {
          const series = new Map([
            [two[0] ?? '', a],
            [two[1] ?? '', b],
          ])
          const runId = await saveRun({ id: freshId() }, series)
          const stored = await store.readSeries(runId, { metrics: Array.from(series.keys()) })
          expect(stored.map((one) => listsOf(one.series))).toEqual([listsOf(a), listsOf(b)])
        }),
        { numRuns: 100 },
      )
    })

    it('keeps what training was worth at the extremes of an evaluation', async () => {
      const summary = { last: 3, min: 1, max: 3, count: 3, basis: 'full' } as const
      const metrics = {
        'eval/loss': { ...summary, trainAtMin: 0.9, trainAtMax: 4 },
        'eval/accuracy': { ...summary, trainAtMax: 0 },
      }
      const record = recordOf(experimentId, { id: freshId(), metrics })
      await store.saveRun(record)
      const stored = await store.getRun(experimentId, record.run.id)
      expect(stored?.metrics.get('eval/loss')).toMatchObject({ trainAtMin: 0.9, trainAtMax: 4 })
      expect(stored?.metrics).toEqual(record.run.metrics)
    })

    it('keeps what a series counts by, what it is of, and what was odd about it', async () => {
      const series: MetricSeries = {
        ...defineSeries([{ step: 1, value: 2 }]),
        stepUnit: 'epoch',
        basis: 'sampled',
        total: 400,
      }
      const notices = [{ code: 'steps-repeat', message: 'Two steps repeat.', count: 2 }]
      const record = recordOf(experimentId, { id: 'a' }, new Map([['loss', series]]))
      await store.saveRun({ ...record, notices: new Map([['loss', notices]]) })
      const [stored] = await store.readSeries(record.run.id)
      expect(stored).toEqual({ metric: 'loss', series, notices })
    })

    it('answers an unlogged metric with a series without points, and an unknown run not at all', async () => {
      const runId = await saveRun({ id: 'a' })
      expect((await read(runId, 'eval/loss'))?.steps).toHaveLength(0)
      await expect(store.readSeries('nobody')).rejects.toMatchObject({ code: 'not-found' })
      await expect(store.appendPoints('nobody', new Map())).rejects.toMatchObject({
        code: 'not-found',
      })
      expect(await store.getRun(experimentId, 'nobody')).toBeNull()
      expect(await store.getRun('nowhere', runId)).toBeNull()
    })

    it('leaves a run alone that is saved again unchanged, and replaces one that changed', async () => {
      const record = recordOf(
        experimentId,
        { id: 'a', status: 'running', metrics: { acc: 1 } },
        new Map([['loss', defineSeries([{ step: 1, value: 2 }])]]),
      )
      const changed = {
        ...record,
        run: { ...record.run, status: 'completed' as const, metrics: new Map() },
        series: new Map([['acc', defineSeries([{ step: 5, value: 6 }])]]),
        contentHash: 'as written later',
      }
      expect(await store.saveRun(record)).toBe('created')
      expect(await store.saveRun(record)).toBe('unchanged')
      expect(await store.saveRun(changed)).toBe('replaced')
      expect(await store.getRun(experimentId, record.run.id)).toEqual(changed.run)
      const stored = await store.readSeries(record.run.id)
      expect(stored.map((one) => [one.metric, Array.from(one.series.values)])).toEqual([
        ['acc', [6]],
      ])
    })

    it('takes points in any order and any number of times, and is the same in the end', async () => {
      const batches = fc.array(fc.nat({ max: 59 }), { maxLength: 6 })
      await fc.assert(
        fc.asyncProperty(anySeries, batches, async (whole, starts) => {
          const runId = await saveRun({ id: freshId() })
          const append = (from: number, to?: number): ReturnType<MetricStore['appendPoints']> =>
            store.appendPoints(runId, new Map([['loss', sliceOf(whole, from, to)]]))
          for (const start of starts) await append(start, start + 7)
          await append(0)
          const again = await append(0)
          expect(again).toEqual({ accepted: 0, duplicates: whole.steps.length })
          if (whole.steps.length === 0) return
          expect(listsOf((await read(runId, 'loss')) ?? whole)).toEqual(listsOf(whole))
          const run = await store.getRun(experimentId, runId)
          expect(run?.metrics.get('loss')).toEqual(summarizeSeries(whole))
        }),
        { numRuns: 60 },
      )
    })

    it('refuses a batch whole that has one point without a place', async () => {
      const runId = await saveRun({ id: 'a' })
      const good = defineSeries([{ step: 1, value: 1 }])
      const bad = { ...good, steps: Float64Array.of(NaN) }
      const batch = new Map([
        ['good', good],
        ['bad', bad],
      ])
      await expect(store.appendPoints(runId, batch)).rejects.toMatchObject({ code: 'bad-run' })
      expect((await read(runId, 'good'))?.steps).toHaveLength(0)
      expect((await store.getRun(experimentId, runId))?.metrics.size).toBe(0)
    })

    it('reads a range with both its ends, and only what comes after `since`', async () => {
      const steps = [0, 1, 2, 3, 4, 5]
      const points = steps.map((at) => ({ step: at, value: at }))
      const runId = await saveRun({ id: 'a' }, new Map([['loss', defineSeries(points)]]))
      const [stored] = await store.readSeries(runId, { from: 1, to: 4, since: 2 })
      expect(Array.from(stored?.series.steps ?? [])).toEqual([3, 4])
      expect(stored?.series.total).toBe(2)
    })

    it('cuts a series down to its extremes, and never over the number asked for', async () => {
      const limit = fc.integer({ min: 8, max: 40 })
      await fc.assert(
        fc.asyncProperty(anySeries, limit, async (series, maxPoints) => {
          const runId = await saveRun({ id: freshId() }, new Map([['loss', series]]))
          const [stored] = await store.readSeries(runId, { maxPoints })
          expect(sampleFaults(series, stored?.series ?? defineSeries([]), maxPoints)).toEqual([])
        }),
        { numRuns: 150 },
      )
    })

    it('pages through all runs once, last saved first, while more are saved', async () => {
      const saved: string[] = []
      for (const id of ['a', 'b', 'c', 'd', 'e']) saved.unshift(await saveRun({ id }))
      const first = await store.listRuns({ experimentId, limit: 2 })
      await saveRun({ id: 'late' })
      const second = await store.listRuns({ experimentId, limit: 2, cursor: first.nextCursor })
      const third = await store.listRuns({ experimentId, limit: 2, cursor: second.nextCursor })
      const seen = [first, second, third].flatMap((page) => page.runs.map((run) => run.id))
      expect(seen).toEqual(saved)
      expect([first.total, third.total, third.nextCursor]).toEqual([5, 6, null])
      const lost = store.listRuns({ experimentId, limit: 2, cursor: 'x' })
      await expect(lost).rejects.toMatchObject({ code: 'bad-option' })
    })

    it('narrows by text, status, archive and id', async () => {
      const one = await saveRun({ id: '1', name: 'Crème 100%', status: 'failed' })
      const two = await saveRun({ id: '2', name: 'b', model: 'Qwen/Qwen3', archived: true })
      const three = await saveRun({ id: '3', name: 'c', dataset: 'ÜBUNG', status: 'completed' })
      const ids = async (
        query: Partial<Parameters<MetricStore['listRuns']>[0]>,
      ): Promise<readonly string[]> => {
        const page = await store.listRuns({ experimentId, limit: 9, ...query })
        expect(page.total).toBe(page.runs.length)
        return page.runs.map((run) => run.id)
      }
      expect(await ids({})).toEqual([three, one])
      expect(await ids({ search: '0%' })).toEqual([one])
      expect(await ids({ search: 'CRE\u0300ME' })).toEqual([one])
      expect(await ids({ search: 'übung' })).toEqual([three])
      expect(await ids({ search: 'qwen', includeArchived: true })).toEqual([two])
      expect(await ids({ status: ['failed', 'running'] })).toEqual([one])
      expect(await ids({ status: [] })).toEqual([])
      expect(await ids({ ids: [two, three, 'nobody'], includeArchived: true })).toEqual([
        three,
        two,
      ])
      expect(await ids({ experimentId: 'nowhere' })).toEqual([])
    })

    it('archives a run and takes it back, whatever its source says of it later', async () => {
      const record = recordOf(experimentId, { id: 'a', name: 'a' })
      await store.saveRun(record)
      await store.setArchived(record.run.id, true)
      const listed = async (includeArchived: boolean): Promise<readonly boolean[]> => {
        const page = await store.listRuns({ experimentId, limit: 9, includeArchived })
        expect(page.total).toBe(page.runs.length)
        return page.runs.map((run) => run.archived)
      }
      expect([await listed(false), await listed(true)]).toEqual([[], [true]])
      await store.saveRun({ ...record, contentHash: 'written again' })
      expect((await store.getRun(experimentId, record.run.id))?.archived).toBe(true)
      await store.setArchived(record.run.id, false)
      await store.saveRun({
        ...record,
        run: { ...record.run, archived: true },
        contentHash: 'and again',
      })
      expect(await listed(false)).toEqual([false])
      const lost = store.setArchived('nobody', true)
      await expect(lost).rejects.toMatchObject({ code: 'not-found' })
    })

    it('has after a crash all that was acknowledged', async () => {
      const runId = await saveRun({ id: 'a' })
      const points = defineSeries([{ step: 1, value: -0 }])
      await store.appendPoints(runId, new Map([['loss', points]]))
      await store.setArchived(runId, true)
      store = await under.crash()
      expect((await store.getRun(experimentId, runId))?.archived).toBe(true)
      expect(listsOf((await read(runId, 'loss')) ?? points)).toEqual(listsOf(points))
    })
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
