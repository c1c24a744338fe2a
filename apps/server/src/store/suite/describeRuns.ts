import fc from 'fast-check'
import { expect, it } from 'vitest'
import { defineSeries } from '@runoff/core'
import { hostileName, listsOf, recordOf } from '../testing.ts'
import type { StoreFixture } from './storeFixture.ts'

/** What a store does with runs that are handed in whole. */
export function describeRuns(at: StoreFixture): void {
  it('gives an experiment of the same name the same id, and counts its runs', async () => {
    await at.saveRun({ id: 'a' })
    const again = await at.store.createExperiment('trials')
    expect(again).toEqual({ id: at.experimentId, name: 'trials', runCount: 1 })
    expect(await at.store.getExperiment(at.experimentId)).toEqual(again)
    expect(await at.store.getExperiment('nowhere')).toBeNull()
    await at.store.createExperiment('__proto__')
    const names = (await at.store.listExperiments()).map((experiment) => experiment.name)
    expect(names).toEqual(['__proto__', 'trials'])
  })

  it('gives back every run as it was saved, whatever its names', async () => {
    // Parameters are JSON, which has no NaN, no infinities and one zero.
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0)
    const named = fc.dictionary(hostileName, fc.oneof(number, fc.string(), fc.boolean()))
    const input = fc.record({ name: hostileName, model: hostileName, params: named })
    await fc.assert(
      fc.asyncProperty(input, async (given) => {
        const record = recordOf(at.experimentId, {
          ...given,
          id: at.freshId(),
          metrics: { 'eval/loss': NaN },
        })
        await at.store.saveRun(record)
        expect(await at.store.getRun(at.experimentId, record.run.id)).toEqual(record.run)
      }),
      { numRuns: at.trials(60) },
    )
  })

  it('keeps what training was worth at the extremes of an evaluation', async () => {
    const summary = { last: 3, min: 1, max: 3, count: 3, basis: 'full' } as const
    const metrics = {
      'eval/loss': { ...summary, trainAtMin: 0.9, trainAtMax: 4 },
      'eval/accuracy': { ...summary, trainAtMax: 0 },
    }
    const record = recordOf(at.experimentId, { id: at.freshId(), metrics })
    await at.store.saveRun(record)
    const stored = await at.store.getRun(at.experimentId, record.run.id)
    expect(stored?.metrics.get('eval/loss')).toMatchObject({ trainAtMin: 0.9, trainAtMax: 4 })
    expect(stored?.metrics).toEqual(record.run.metrics)
  })

  it('leaves a run alone that is saved again unchanged, and replaces one that changed', async () => {
    const record = recordOf(
      at.experimentId,
      { id: 'a', status: 'running', metrics: { acc: 1 } },
      new Map([['loss', defineSeries([{ step: 1, value: 2 }])]]),
    )
    const changed = {
      ...record,
      run: { ...record.run, status: 'completed' as const, metrics: new Map() },
      series: new Map([['acc', defineSeries([{ step: 5, value: 6 }])]]),
      contentHash: 'as written later',
    }
    expect(await at.store.saveRun(record)).toBe('created')
    expect(await at.store.saveRun(record)).toBe('unchanged')
    expect(await at.store.saveRun(changed)).toBe('replaced')
    expect(await at.store.getRun(at.experimentId, record.run.id)).toEqual(changed.run)
    const stored = await at.store.readSeries(record.run.id)
    expect(stored.map((one) => [one.metric, Array.from(one.series.values)])).toEqual([['acc', [6]]])
  })

  it('archives a run and takes it back, whatever its source says of it later', async () => {
    const record = recordOf(at.experimentId, { id: 'a', name: 'a' })
    await at.store.saveRun(record)
    await at.store.setArchived(record.run.id, true)
    const listed = async (includeArchived: boolean): Promise<readonly boolean[]> => {
      const page = await at.store.listRuns({
        experimentId: at.experimentId,
        limit: 9,
        includeArchived,
      })
      expect(page.total).toBe(page.runs.length)
      return page.runs.map((run) => run.archived)
    }
    expect([await listed(false), await listed(true)]).toEqual([[], [true]])
    await at.store.saveRun({ ...record, contentHash: 'written again' })
    expect((await at.store.getRun(at.experimentId, record.run.id))?.archived).toBe(true)
    await at.store.setArchived(record.run.id, false)
    await at.store.saveRun({
      ...record,
      run: { ...record.run, archived: true },
      contentHash: 'and again',
    })
    expect(await listed(false)).toEqual([false])
    const lost = at.store.setArchived('nobody', true)
    await expect(lost).rejects.toMatchObject({ code: 'not-found' })
  })

  it('has after a crash all that was acknowledged', async () => {
    const runId = await at.saveRun({ id: 'a' })
    const points = defineSeries([{ step: 1, value: -0 }])
    await at.store.appendPoints(runId, new Map([['loss', points]]))
    await at.store.setArchived(runId, true)
    const found = await at.under.crash()
    expect((await found.getRun(at.experimentId, runId))?.archived).toBe(true)
    const [loss] = await found.readSeries(runId)
    expect(listsOf(loss?.series ?? defineSeries([]))).toEqual(listsOf(points))
  })
}
