import { defineSeries } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { isAwaited, isRefined, seriesOf } from './curveData.ts'

const some = defineSeries([{ step: 1, value: 2 }])
const finer = defineSeries([{ step: 2, value: 2 }])
const none = defineSeries([])
const coarse = new Map([
  ['a', new Map([['loss', some]])],
  ['b', new Map([['loss', none]])],
])

describe('seriesOf', () => {
  it('has the runs that logged something', () => {
    expect(seriesOf(coarse, 'loss')).toEqual(new Map([['a', some]]))
    expect(seriesOf(coarse, 'rate').size).toBe(0)
  })
})

describe('isAwaited', () => {
  const data = { metricsMap: coarse, asked: new Set(['loss', 'rate']), isLoading: true }

  it('is so until the first run has answered, or all have nothing to say', () => {
    expect(isAwaited(data, 'loss')).toBe(false)
    expect(isAwaited(data, 'rate')).toBe(true)
    expect(isAwaited({ ...data, isLoading: false }, 'rate')).toBe(false)
  })

  it('is so for what was not asked for', () => {
    expect(isAwaited({ ...data, isLoading: false }, 'norm')).toBe(true)
  })
})

describe('isRefined', () => {
  it('tells of the metric whose series is another', () => {
    const refined = new Map(coarse).set(
      'a',
      new Map([
        ['loss', finer],
        ['rate', some],
      ]),
    )
    expect(isRefined(coarse, refined, 'loss')).toBe(true)
    expect(isRefined(coarse, refined, 'norm')).toBe(false)
    expect(isRefined(coarse, coarse, 'loss')).toBe(false)
    expect(isRefined(coarse, new Map(coarse), 'loss')).toBe(false)
  })
})
