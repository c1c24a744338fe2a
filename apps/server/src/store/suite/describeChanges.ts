import { defineSeries, type MetricSeries } from '@runoff/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MetricStore, StoreChange } from '../metricStore.ts'
import { recordOf } from '../testing.ts'
import { anyBatches } from './anyBatches.ts'
import { pointModel, seriesOf } from './pointModel.ts'
import type { StoreFixture } from './storeFixture.ts'

const two = defineSeries([
  { step: 3, value: 1 },
  { step: 8, value: 2 },
])

/** How a store tells what happened. */
export function describeChanges(at: StoreFixture): void {
  const since = async (after: number, store = at.store): Promise<readonly StoreChange[]> => {
    const { changes, latest, hasGap } = await store.readChanges(after)
    expect(hasGap).toBe(false)
    expect(changes.at(-1)?.sequence ?? after).toBe(latest)
    return changes
  }

  it('has no changes before the first', async () => {
    expect(await at.store.readChanges(0)).toEqual({ changes: [], latest: 0, hasGap: false })
  })

  it('tells every write of a run once, in order, and what it added', async () => {
    const { run } = recordOf(at.experimentId, { id: 'a' })
    const runId = run.id
    await at.store.createRun(at.experimentId, run)
    await at.store.appendPoints(runId, new Map([['loss', two]]))
    await at.store.appendLog(runId, { offset: 0, bytes: Uint8Array.of(1, 2) })
    await at.store.updateRun(runId, { name: 'second' })
    await at.store.setArchived(runId, true)
    await at.store.replaceSeries(runId, new Map([['loss', defineSeries([{ step: 9, value: 1 }])]]))
    const changes = await since(0)
    expect(changes.map(({ metrics, logSize }) => [metrics, logSize])).toEqual([
      [[], null],
      [[{ metric: 'loss', from: 3, to: 8 }], null],
      [[], 2],
      [[], null],
      [[], null],
      [[{ metric: 'loss', from: 3, to: 9 }], null],
    ])
    const sequences = changes.map((change) => change.sequence)
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
    expect(new Set(sequences).size).toBe(changes.length)
    for (const change of changes) {
      expect(change).toMatchObject({ runId, experimentId: at.experimentId })
    }
  })

  it('tells nothing of what changed nothing', async () => {
    const record = recordOf(at.experimentId, { id: 'a' }, new Map([['loss', two]]))
    await at.store.saveRun(record)
    const before = (await at.store.readChanges(0)).latest
    await at.store.saveRun(record)
    await at.store.createRun(at.experimentId, record.run)
    await at.store.appendPoints(record.run.id, new Map([['loss', two]]))
    await at.store.appendPoints(record.run.id, new Map())
    await at.store.replaceSeries(record.run.id, new Map())
    await at.store.appendLog(record.run.id, { offset: 0, bytes: new Uint8Array(0) })
    const lost = at.store.updateRun('nobody', { name: 'x' })
    await expect(lost).rejects.toMatchObject({ code: 'not-found' })
    const bad = new Map([['loss', { ...two, steps: Float64Array.of(9, NaN) }]])
    const refused = at.store.appendPoints(record.run.id, bad)
    await expect(refused).rejects.toMatchObject({ code: 'bad-run' })
    expect(await since(before)).toEqual([])
  })

  it('tells of a run saved again all that was there and all that is', async () => {
    const record = recordOf(at.experimentId, { id: 'a' }, new Map([['gone', two]]))
    await at.store.saveRun(record)
    const before = (await at.store.readChanges(0)).latest
    const series = new Map([['new', two]])
    await at.store.saveRun({ ...record, series, contentHash: 'as written later' })
    const [change] = await since(before)
    const names = change?.metrics.map(({ metric }) => metric)
    expect(names?.toSorted()).toEqual(['gone', 'new'])
  })

  it('lets a reader who follows it have what the store has', async () => {
    await fc.assert(
      fc.asyncProperty(anyBatches, fc.array(fc.boolean()), async (batches, replaced) => {
        const runId = await at.saveRun({ id: at.freshId() })
        let seen = (await at.store.readChanges(0)).latest
        const model = pointModel()
        const copy = new Map<string, Map<number, number>>()
        for (const [i, { segment, points }] of batches.entries()) {
          const series = new Map(Array.from(points, ([name, given]) => [name, seriesOf(given)]))
          if (replaced[i]) {
            model.replace(points)
            await at.store.replaceSeries(runId, series)
          } else {
            model.append({ segment, points })
            await at.store.appendPoints(runId, series, segment)
          }
          for (const change of await since(seen)) {
            seen = change.sequence
            for (const stretch of change.metrics) await readAgain(at.store, runId, stretch, copy)
          }
        }
        expect(listsOfCopy(copy)).toEqual(listsOfSeries(model.series()))
      }),
      { numRuns: at.trials(40) },
    )
  })

  it('tells them a page at a time', async () => {
    const runId = await at.saveRun({ id: 'a' })
    for (const name of ['b', 'c', 'd', 'e']) await at.store.updateRun(runId, { name })
    const all = await since(0)
    const pages: StoreChange[] = []
    for (let page = 0; page < all.length; page += 2) {
      const { changes, latest } = await at.store.readChanges(pages.at(-1)?.sequence ?? 0, 2)
      expect([changes.length <= 2, latest]).toEqual([true, all.at(-1)?.sequence])
      pages.push(...changes)
    }
    expect(pages).toEqual(all)
  })

  it('tells whoever opened the same store what others wrote', async () => {
    const other = await at.under.another()
    const runId = await at.saveRun({ id: 'a' })
    await other.appendPoints(runId, new Map([['loss', two]]))
    await at.store.updateRun(runId, { name: 'second' })
    const seen = await since(0)
    expect(seen.map(({ metrics }) => metrics.length)).toEqual([0, 1, 0])
    expect(await since(0, other)).toEqual(seen)
  })

  it('says so where it has forgotten, and where it never knew', async () => {
    const under = await at.open({ keptChanges: 3 })
    try {
      const { id } = await under.store.createExperiment('trials')
      const { run } = recordOf(id, { id: 'a' })
      await under.store.createRun(id, run)
      const first = (await under.store.readChanges(0)).latest
      for (const name of ['b', 'c', 'd', 'e']) await under.store.updateRun(run.id, { name })
      const forgotten = await under.store.readChanges(first)
      expect(forgotten.hasGap).toBe(true)
      const { latest } = forgotten
      expect((await under.store.readChanges(latest + 1)).hasGap).toBe(true)
      expect(await under.store.readChanges(latest)).toEqual({ changes: [], latest, hasGap: false })
      const last = await under.store.readChanges(latest - 1)
      expect([last.hasGap, last.changes.length]).toEqual([false, 1])
    } finally {
      await under.cleanUp()
    }
  })

  it('has after a crash the changes that were acknowledged', async () => {
    const runId = await at.saveRun({ id: 'a' })
    await at.store.appendPoints(runId, new Map([['loss', two]]))
    const before = await since(0)
    const found = await at.under.crash()
    expect(await since(0, found)).toEqual(before)
  })
}

/** Reads a stretch again and puts it in the place of what was there. */
async function readAgain(
  store: MetricStore,
  runId: string,
  { metric, from, to }: StoreChange['metrics'][number],
  copy: Map<string, Map<number, number>>,
): Promise<void> {
  const known = copy.get(metric) ?? new Map<number, number>()
  copy.set(metric, known)
  for (const step of Array.from(known.keys())) if (step >= from && step <= to) known.delete(step)
  const [stored] = await store.readSeries(runId, { metrics: [metric], from, to })
  stored?.series.steps.forEach((step, i) => known.set(step, stored.series.values[i] ?? 0))
}

type Lists = readonly (readonly [metric: string, points: readonly (readonly number[])[]])[]

function listsOfCopy(copy: ReadonlyMap<string, ReadonlyMap<number, number>>): Lists {
  return Array.from(copy, ([metric, points]) => {
    return [metric, Array.from(points).toSorted(([a], [b]) => a - b)] as const
  })
    .filter(([, points]) => points.length > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function listsOfSeries(series: ReadonlyMap<string, MetricSeries>): Lists {
  return Array.from(series, ([metric, { steps, values }]) => {
    return [metric, Array.from(steps, (step, i) => [step, values[i] ?? 0])] as const
  }).toSorted(([a], [b]) => (a < b ? -1 : 1))
}
