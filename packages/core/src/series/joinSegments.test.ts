import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { points } from '../testdata/arbitraries.ts'
import { listOf, stepsRise } from '../testdata/listOf.ts'
import { defineSeries } from './defineSeries.ts'
import { joinSegments, splitSegments } from './joinSegments.ts'

describe('joinSegments', () => {
  it('lets the later log win where steps repeat, and says so', () => {
    const { series, notices } = joinSegments([
      defineSeries([
        { step: 1, value: 1 },
        { step: 2, value: 2 },
        { step: 3, value: 3 },
      ]),
      defineSeries([
        { step: 3, value: 30 },
        { step: 4, value: 40 },
      ]),
    ])
    expect(listOf(series)).toEqual([
      [1, 1],
      [2, 2],
      [3, 30],
      [4, 40],
    ])
    expect(notices).toMatchObject([{ code: 'steps-repeat', count: 1 }])
  })

  it('joins none to an empty series', () => {
    expect(joinSegments([])).toMatchObject({ notices: [], series: { total: 0 } })
  })

  it('undoes splitSegments', () => {
    fc.assert(
      fc.property(points, (given) => {
        const columns = { steps: given.map((p) => p.step), values: given.map((p) => p.value) }
        const segments = splitSegments(columns)
        expect(segments.every(stepsRise)).toBe(true)
        expect(listOf(joinSegments(segments).series)).toEqual(listOf(defineSeries(columns)))
      }),
    )
  })

  it('keeps the times, the epochs and the unit of the steps', () => {
    const first = defineSeries({ steps: [1, 2], values: [1, 2], epochs: [0.1, 0.2] })
    const second = defineSeries({ steps: [2], values: [3], timesMs: [5], stepUnit: 'record' })
    expect(joinSegments([first, second]).series).toMatchObject({
      timesMs: Float64Array.of(NaN, 5),
      epochs: Float64Array.of(0.1, NaN),
      stepUnit: 'record',
    })
    expect(joinSegments([first]).series.timesMs).toBeNull()
  })

  it('is full only where every segment is, and counts the points of all', () => {
    const full = defineSeries({ steps: [1, 2], values: [1, 2] })
    const sampled = defineSeries({ steps: [2, 9], values: [3, 4], basis: 'sampled', total: 80 })
    expect(joinSegments([full, sampled]).series).toMatchObject({ basis: 'sampled', total: 82 })
    expect(joinSegments([full, { ...sampled, total: null }]).series.total).toBeNull()
    expect(joinSegments([full, full]).series).toMatchObject({ basis: 'full', total: 4 })
  })
})

describe('splitSegments', () => {
  it('cuts where a step repeats and where it goes back, and nowhere else', () => {
    const segments = splitSegments({
      steps: [5, 6, 6, 1, 2],
      values: [1, 2, 3, 4, 5],
      epochs: [0.5, 0.6, 0.6, 0.1, 0.2],
      timesMs: [10, 20, 30, 40, 50],
    })
    expect(segments.map((segment) => [...segment.steps])).toEqual([[5, 6], [6], [1, 2]])
    expect(segments.map((segment) => segment.total)).toEqual([2, 1, 2])
    expect(segments[2]).toMatchObject({
      epochs: Float64Array.of(0.1, 0.2),
      timesMs: Float64Array.of(40, 50),
    })
  })
})
