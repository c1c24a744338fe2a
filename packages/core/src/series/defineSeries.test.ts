import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { points } from '../testdata/arbitraries.ts'
import { listOf, stepsRise } from '../testdata/listOf.ts'
import { defineSeries } from './defineSeries.ts'

describe('defineSeries', () => {
  it('orders points by step and keeps the later of two at one step', () => {
    const series = defineSeries([
      { step: 20, value: 0.7 },
      { step: 10, value: 0.9 },
      { step: 20, value: 0.6 },
    ])
    expect(listOf(series)).toEqual([
      [10, 0.9],
      [20, 0.6],
    ])
    expect(series.total).toBe(3)
  })

  it('keeps NaN and infinities, and makes a missing value NaN', () => {
    const { values: column } = defineSeries({
      steps: [1, 2, 3, 4],
      values: [NaN, Infinity, null, undefined],
    })
    expect([...column]).toEqual([NaN, Infinity, NaN, NaN])
  })

  it('leaves out a point that has no place on the axis, and lets that be seen', () => {
    const series = defineSeries([
      { step: NaN, value: 1 },
      { step: 1, value: 2 },
    ])
    expect(series.steps).toHaveLength(1)
    expect(series.total).toBe(2)
  })

  it('has no times and no epochs where no point has one', () => {
    expect(defineSeries([{ step: 1, value: 1 }])).toMatchObject({ timesMs: null, epochs: null })
    expect(defineSeries([{ step: 1, value: 1, epoch: 0.5 }]).epochs).toEqual(Float64Array.of(0.5))
  })

  it('takes none, and columns of unequal length', () => {
    expect(defineSeries([]).steps).toHaveLength(0)
    expect(defineSeries({ steps: [1, 2, 3], values: [5] }).values).toEqual(Float64Array.of(5))
  })

  it('gives strictly rising steps, and of each step the value that came last', () => {
    fc.assert(
      fc.property(points, (given) => {
        const series = defineSeries(given)
        expect(stepsRise(series)).toBe(true)
        const last = new Map(
          given.filter((p) => Number.isFinite(p.step)).map((p) => [p.step, p.value]),
        )
        expect(new Map(listOf(series))).toEqual(last)
      }),
    )
  })

  it('takes 0 and -0 for one step', () => {
    const series = defineSeries({ steps: [-0, 0], values: [1, 2] })
    expect([series.steps, series.values]).toEqual([Float64Array.of(0), Float64Array.of(2)])
    expect(defineSeries({ steps: [-0], values: [1] }).steps[0]).toBe(0)
  })

  it('keeps what columns say of themselves', () => {
    const columns = { steps: [1], values: [2], basis: 'sampled', total: 9 } as const
    expect(defineSeries({ ...columns, stepUnit: 'epoch' })).toMatchObject({
      basis: 'sampled',
      total: 9,
      stepUnit: 'epoch',
    })
    expect(defineSeries({ ...columns, total: null }).total).toBeNull()
  })
})
