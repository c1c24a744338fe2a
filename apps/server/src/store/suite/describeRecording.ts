import { defineRun, defineSeries } from '@runoff/core'
import { expect, it } from 'vitest'
import { nameBasedId } from '../nameBasedId.ts'
import { recordOf } from '../testing.ts'
import type { StoreFixture } from './storeFixture.ts'

/** What a store does with runs that are recorded bit by bit. */
export function describeRecording(at: StoreFixture): void {
  const create = async (input: Parameters<typeof recordOf>[1]): Promise<string> => {
    const { run } = recordOf(at.experimentId, input)
    return (await at.store.createRun(at.experimentId, run)).id
  }

  it('makes a run once, whoever asks again', async () => {
    const { run } = recordOf(at.experimentId, {
      id: 'a',
      name: 'first',
      metrics: { 'eval/loss': 2 },
      params: { lr: 0.1 },
    })
    expect(await at.store.createRun(at.experimentId, run)).toEqual(run)
    const again = await at.store.createRun(at.experimentId, { ...run, name: 'second' })
    expect(again).toEqual(run)
    expect(await at.store.getRun(at.experimentId, run.id)).toEqual(run)
    expect((await at.store.getExperiment(at.experimentId))?.runCount).toBe(1)
  })

  it('makes no run without an experiment, and none of an id that another one has', async () => {
    const { run } = recordOf(at.experimentId, { id: 'a' })
    await expect(at.store.createRun('nowhere', run)).rejects.toMatchObject({ code: 'not-found' })
    await at.store.createRun(at.experimentId, run)
    const other = await at.freshExperiment()
    const second = at.store.createRun(other.id, run)
    await expect(second).rejects.toMatchObject({ code: 'bad-run' })
    expect((await at.store.getExperiment(other.id))?.runCount).toBe(0)
  })

  it('changes what is named of a run, and leaves the rest', async () => {
    const runId = await create({
      id: 'a',
      name: 'first',
      model: 'small',
      seed: 1,
      startedAt: '2026-01-01T00:00:00Z',
      params: { lr: 0.1, layers: 2 },
      tags: { by: 'ann' },
      best: { step: 5, epoch: 1 },
    })
    const changed = await at.store.updateRun(runId, {
      status: 'FINISHED',
      endedAt: 1_800_000_000_000,
      seed: null,
      step: 7,
      params: { lr: 0.2, optimizer: { name: 'adam' } },
      tags: { host: 'gpu-1' },
      best: { checkpointPath: 'out/5' },
    })
    expect(changed).toMatchObject({
      name: 'first',
      model: 'small',
      status: 'completed',
      seed: null,
      step: 7,
      startedAtMs: Date.parse('2026-01-01T00:00:00Z'),
      endedAtMs: 1_800_000_000_000,
      best: { step: 5, epoch: 1, checkpointPath: 'out/5' },
    })
    expect(Array.from(changed.params)).toEqual([
      ['lr', 0.2],
      ['layers', 2],
      ['optimizer.name', 'adam'],
    ])
    expect(Array.from(changed.tags)).toEqual([
      ['by', 'ann'],
      ['host', 'gpu-1'],
    ])
    expect(await at.store.getRun(at.experimentId, runId)).toEqual(changed)
  })

  it('changes the start of a run, and takes it back', async () => {
    const runId = await create({ id: 'a', startedAt: 1000 })
    expect((await at.store.updateRun(runId, { startedAt: 2_000_000_000_000 })).startedAtMs).toBe(
      2_000_000_000_000,
    )
    expect((await at.store.updateRun(runId, { startedAt: null })).startedAtMs).toBeNull()
    expect((await at.store.updateRun(runId, { name: null })).name).toBe(
      defineRun({ id: runId }).name,
    )
  })

  it('keeps parameters of any name, and finds a run by its new name alone', async () => {
    const runId = await create({ id: 'a', name: 'first' })
    const params = new Map([
      ['__proto__', 1],
      ['constructor', 2],
    ])
    await at.store.updateRun(runId, { params, name: 'second' })
    await at.store.updateRun(runId, { params: { toString: 3 } })
    const run = await at.store.getRun(at.experimentId, runId)
    expect(Array.from(run?.params.keys() ?? [])).toEqual(['__proto__', 'constructor', 'toString'])
    const found = async (search: string): Promise<number> =>
      (await at.store.listRuns({ experimentId: at.experimentId, limit: 9, search })).total
    expect([await found('first'), await found('second')]).toEqual([0, 1])
  })

  it('says of series that are there what is odd about them, the last that was said', async () => {
    const runId = await create({ id: 'a' })
    const points = defineSeries([{ step: 1, value: 2 }])
    await at.store.appendPoints(runId, new Map([['loss', points]]))
    const notice = { code: 'no-step', message: 'Two points name no step.', count: 2 }
    for (const count of [1, 2]) {
      const notices = [{ ...notice, count }]
      await at.store.updateRun(runId, {
        notices: new Map([
          ['loss', notices],
          ['none', notices],
        ]),
      })
    }
    expect(await at.store.readSeries(runId)).toMatchObject([{ metric: 'loss', notices: [notice] }])
    expect((await at.store.getRun(at.experimentId, runId))?.metrics.has('none')).toBe(false)
  })

  it('keeps numbers of the whole run, but where the metric has points', async () => {
    const runId = await create({ id: 'a' })
    const points = defineSeries([{ step: 1, value: 2 }])
    await at.store.appendPoints(runId, new Map([['loss', points]]))
    const summary = new Map([
      ['loss', 9],
      ['train/mean_loss', NaN],
      ['later', 8],
    ])
    const run = await at.store.updateRun(runId, { summary })
    expect(run.metrics.get('loss')).toMatchObject({ last: 2, basis: 'full' })
    expect(run.metrics.get('train/mean_loss')).toMatchObject({ last: NaN, basis: 'summary' })
    await at.store.appendPoints(runId, new Map([['later', points]]))
    const later = (await at.store.getRun(at.experimentId, runId))?.metrics.get('later')
    expect(later).toMatchObject({ last: 2, min: 2, count: 1, basis: 'full' })
  })

  it('changes no points, no choice and no unknown run', async () => {
    const runId = await create({ id: 'a' })
    const points = defineSeries([{ step: 1, value: 2 }])
    await at.store.appendPoints(runId, new Map([['loss', points]]))
    await at.store.setArchived(runId, true)
    const run = await at.store.updateRun(runId, { name: 'second' })
    expect([run.archived, run.metrics.get('loss')?.count]).toEqual([true, 1])
    expect(await at.read(runId, 'loss')).toEqual(points)
    const lost = at.store.updateRun(nameBasedId('nobody'), { name: 'second' })
    await expect(lost).rejects.toMatchObject({ code: 'not-found' })
  })
}
