import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepReading } from './keepReading.ts'
import { placeTracked } from './placeTracked.ts'
import { createCatalog } from './runCatalog.ts'
import { trackedNames } from './trackedNames.ts'

describe('trackedNames', () => {
  it.each([
    [
      ['loss', 'eval_loss', 'lr'],
      ['train/loss', 'eval/loss', 'learning_rate'],
    ],
    [
      ['loss', 'train_loss'],
      ['loss', 'train/loss'],
    ],
    [
      ['loss', 'train_loss', 'train_runtime'],
      ['train/loss', 'train/mean_loss', 'train/runtime'],
    ],
    [
      ['train/loss', 'train/train_loss', 'train/train_runtime'],
      ['train/loss', 'train/mean_loss', 'train/train_runtime'],
    ],
    [[], []],
  ])('names %j %j', (raws, names) => {
    expect([...trackedNames(raws).keys()]).toEqual(names)
    expect([...trackedNames(raws).values()]).toEqual(raws)
  })

  it('loses no metric, whatever they are called', () => {
    const words = fc.constantFrom(
      'loss',
      'train_loss',
      'Loss/train',
      'train/loss',
      'acc',
      'val_loss',
    )
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(words, fc.string())), (raws) => {
        expect([...trackedNames(raws).values()].toSorted()).toEqual(raws.toSorted())
      }),
    )
  })
})

describe('placeTracked', () => {
  const point = (step: number, value: number) => ({ step, value, timeMs: NaN })

  it.each([
    ['no points', [], [], 'step'],
    ['one point at step 0', [point(0, 7)], [0], 'step'],
    ['points that were logged without steps', [point(0, 7), point(0, 8)], [1, 2], 'record'],
    ['steps that go back', [point(0, 7), point(2, 8), point(1, 9)], [0, 1, 2], 'step'],
  ])('places %s', (_, points, steps, unit) => {
    const { series } = placeTracked(points)
    expect([...series.steps]).toEqual(steps)
    expect(series.stepUnit ?? 'step').toBe(unit)
    expect(series.timesMs).toBeNull()
  })

  it('does not count what a sample was taken from', () => {
    expect(placeTracked([point(1, 1)], 'sampled').series).toMatchObject({
      basis: 'sampled',
      total: null,
    })
  })
})

describe('keepReading', () => {
  it('gives what all pages hold, in their order', async () => {
    const pages = new Map([
      [null, { items: [1, 2], next: 'b' }],
      ['b', { items: [], next: 'c' }],
      ['c', { items: [3], next: null }],
    ])
    const none = { items: [], next: null }
    expect(await keepReading(async (token) => pages.get(token) ?? none)).toEqual([1, 2, 3])
  })

  it('ends where pages have no end', async () => {
    let count = 0
    const endless = keepReading(async () => ({ items: [], next: `${count++}` }))
    await expect(endless).rejects.toThrow(/do not end/)
    expect(count).toBeLessThan(2000)
  })
})

describe('a catalog of runs', () => {
  it('asks again for a metric that a run had not logged before, and for no other', async () => {
    let asked = 0
    const catalog = createCatalog(async () =>
      trackedNames(++asked === 1 ? ['loss'] : ['loss', 'lr']),
    )
    await catalog.of('a', ['train/loss'])
    await catalog.of('a', ['train/loss'])
    expect(asked).toBe(1)
    expect((await catalog.of('a', ['learning_rate']))?.get('learning_rate')).toBe('lr')
  })

  it('takes what was listed last for the truth', async () => {
    const catalog = createCatalog(async () => null)
    catalog.learn('a', trackedNames(['loss']))
    catalog.learn('a', trackedNames(['loss', 'train_loss']))
    expect((await catalog.of('a', ['train/loss']))?.get('train/loss')).toBe('train_loss')
    expect(await catalog.of('b', [])).toBeNull()
  })
})
