import { defineSeries, type MetricSeries, type MetricSummary } from '@runoff/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AppendOutcome, MetricStore } from '../metricStore.ts'
import { listsOf } from '../testing.ts'
import { anyBatches } from './anyBatches.ts'
import { pointModel, seriesOf, type PointBatch, type PointModel } from './pointModel.ts'
import type { StoreFixture } from './storeFixture.ts'

/** What a store does with points that come bit by bit. */
export function describeAppending(at: StoreFixture): void {
  it('is the same in the end, in whatever order and however often batches come', async () => {
    await fc.assert(
      fc.asyncProperty(anyBatches, fc.infiniteStream(fc.nat()), async (batches, random) => {
        const runId = await at.saveRun({ id: at.freshId() })
        const model = pointModel()
        for (const batch of batches) model.append(batch)
        const again = [...batches, ...batches.filter(() => (random.next().value ?? 0) % 2 === 0)]
        const places = again.map((batch) => ({ batch, place: random.next().value ?? 0 }))
        for (const { batch } of places.toSorted((a, b) => a.place - b.place)) {
          await appendBatch(at.store, runId, batch)
        }
        expect(await storedState(at, runId)).toEqual(modelState(model))
      }),
      { numRuns: at.trials(60) },
    )
  })

  it('says of each batch what was new, and has after it what a simple model has', async () => {
    const isReplaced = fc.array(fc.nat({ max: 3 }).map((number) => number === 0))
    await fc.assert(
      fc.asyncProperty(anyBatches, isReplaced, async (batches, replaced) => {
        const runId = await at.saveRun({ id: at.freshId() })
        const model = pointModel()
        for (const [i, batch] of batches.entries()) {
          const given = { batch, isReplaced: replaced[i] === true }
          expect(await tellStore(at.store, runId, given)).toEqual(tellModel(model, given))
          expect(await storedState(at, runId)).toEqual(modelState(model))
        }
      }),
      { numRuns: at.trials(40) },
    )
  })

  it('lets the later segment stand, with all that it says of a point', async () => {
    const runId = await at.saveRun({ id: 'a' })
    const append = (value: number, epoch: number | null, segment?: number): unknown => {
      const points = defineSeries([{ step: 1, value, epoch }])
      return at.store.appendPoints(runId, new Map([['loss', points]]), segment)
    }
    await append(1, 0.5)
    await append(2, null, 2)
    expect(await append(3, 1, 1)).toEqual({ accepted: 0, duplicates: 1 })
    expect(await append(4, 1)).toEqual({ accepted: 0, duplicates: 1 })
    expect(await at.read(runId, 'loss')).toEqual(defineSeries([{ step: 1, value: 2 }]))
  })

  it('finds a new best and a new last where the old ones are replaced', async () => {
    const runId = await at.saveRun({ id: 'a' })
    const append = (values: readonly number[], segment: number): unknown => {
      const points = values.map((value, step) => ({ step, value }))
      return at.store.appendPoints(runId, new Map([['loss', defineSeries(points)]]), segment)
    }
    await append([5, 1, 9, 2], 0)
    await append([5, 6, 7, NaN], 1)
    const run = await at.store.getRun(at.experimentId, runId)
    const found = { min: 5, minStep: 0, max: 7, maxStep: 2, last: NaN, lastStep: 3, count: 4 }
    expect(run?.metrics.get('loss')).toEqual({ ...found, basis: 'full' })
  })

  it('knows what training was worth at the best evaluation, whichever came first', async () => {
    const evaluation = defineSeries([
      { step: 10, value: 2 },
      { step: 20, value: 1 },
    ])
    const training = defineSeries([
      { step: 5, value: 0.5 },
      { step: 15, value: 0.4 },
      { step: 18, value: NaN },
      { step: 25, value: 0.1 },
    ])
    for (const order of [
      ['eval/loss', 'train/loss'],
      ['train/loss', 'eval/loss'],
    ]) {
      const runId = await at.saveRun({ id: order.join() })
      for (const metric of order) {
        const points = metric === 'eval/loss' ? evaluation : training
        await at.store.appendPoints(runId, new Map([[metric, points]]))
      }
      const run = await at.store.getRun(at.experimentId, runId)
      expect(run?.metrics.get('eval/loss')).toMatchObject({ trainAtMin: 0.4, trainAtMax: 0.5 })
    }
  })

  it('replaces a series with its notices, and takes one away that has no points now', async () => {
    const runId = await at.saveRun({ id: 'a' })
    const before = defineSeries([{ step: 1, value: 1 }])
    await at.store.appendPoints(runId, new Map(['a', 'b', 'c'].map((name) => [name, before])))
    const after: MetricSeries = { ...defineSeries([{ step: 7, value: 7 }]), stepUnit: 'epoch' }
    const notices = [{ code: 'no-step', message: 'Nothing said which step it was.' }]
    await at.store.replaceSeries(
      runId,
      new Map([
        ['a', after],
        ['b', defineSeries([])],
        ['new', before],
      ]),
      new Map([['a', notices]]),
    )
    const stored = await at.store.readSeries(runId)
    expect(stored).toEqual([
      { metric: 'a', series: after, notices },
      { metric: 'c', series: before, notices: [] },
      { metric: 'new', series: before, notices: [] },
    ])
    const run = await at.store.getRun(at.experimentId, runId)
    expect(Array.from(run?.metrics.keys() ?? []).toSorted()).toEqual(['a', 'c', 'new'])
  })

  it('replaces nothing where one point has no place, and nothing of an unknown run', async () => {
    const runId = await at.saveRun({ id: 'a' })
    const before = defineSeries([{ step: 1, value: 1 }])
    await at.store.appendPoints(runId, new Map([['a', before]]))
    const bad = { ...before, steps: Float64Array.of(Infinity) }
    const replaced = at.store.replaceSeries(
      runId,
      new Map([
        ['a', defineSeries([{ step: 2, value: 2 }])],
        ['b', bad],
      ]),
    )
    await expect(replaced).rejects.toMatchObject({ code: 'bad-run' })
    expect(await at.read(runId, 'a')).toEqual(before)
    const lost = at.store.replaceSeries('nobody', new Map([['a', before]]))
    await expect(lost).rejects.toMatchObject({ code: 'not-found' })
  })

  it('refuses a segment that counts nothing', async () => {
    const runId = await at.saveRun({ id: 'a' })
    const points = new Map([['loss', defineSeries([{ step: 1, value: 1 }])]])
    for (const segment of [-1, 0.5, NaN]) {
      const refused = at.store.appendPoints(runId, points, segment)
      await expect(refused).rejects.toMatchObject({ code: 'bad-run' })
    }
    expect((await at.read(runId, 'loss'))?.steps).toHaveLength(0)
  })
}

function seriesOfBatch({ points }: PointBatch): ReadonlyMap<string, MetricSeries> {
  return new Map(Array.from(points, ([metric, given]) => [metric, seriesOf(given)]))
}

function appendBatch(store: MetricStore, runId: string, batch: PointBatch): Promise<AppendOutcome> {
  return store.appendPoints(runId, seriesOfBatch(batch), batch.segment)
}

interface Given {
  readonly batch: PointBatch
  readonly isReplaced: boolean
}

async function tellStore(
  store: MetricStore,
  runId: string,
  { batch, isReplaced }: Given,
): Promise<AppendOutcome | null> {
  if (!isReplaced) return appendBatch(store, runId, batch)
  await store.replaceSeries(runId, seriesOfBatch(batch))
  return null
}

function tellModel(model: PointModel, { batch, isReplaced }: Given): AppendOutcome | null {
  if (!isReplaced) return model.append(batch)
  model.replace(batch.points)
  return null
}

interface State {
  readonly series: readonly (readonly [metric: string, lists: unknown])[]
  readonly summaries: ReadonlyMap<string, MetricSummary>
}

async function storedState(at: StoreFixture, runId: string): Promise<State> {
  const stored = await at.store.readSeries(runId)
  const run = await at.store.getRun(at.experimentId, runId)
  return {
    series: stored.map((one) => [one.metric, listsOf(one.series)]),
    summaries: run?.metrics ?? new Map(),
  }
}

function modelState(model: PointModel): State {
  const series = Array.from(model.series()).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    series: series.map(([metric, points]) => [metric, listsOf(points)]),
    summaries: model.summaries(),
  }
}
