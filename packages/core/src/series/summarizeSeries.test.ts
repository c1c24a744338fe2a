import { describe, expect, it } from 'vitest'
import { defineSeries } from './defineSeries.ts'
import { summarizeSeries } from './summarizeSeries.ts'

describe('summarizeSeries', () => {
  it('takes the extremes of the finite values and the last as it stands', () => {
    const series = defineSeries({ steps: [1, 2, 3, 4, 5], values: [2, 0.5, Infinity, 0.5, NaN] })
    expect(summarizeSeries(series)).toEqual({
      last: NaN,
      min: 0.5,
      max: 2,
      minStep: 2,
      maxStep: 1,
      lastStep: 5,
      count: 5,
      basis: 'full',
    })
  })

  it('knows nothing of an empty series', () => {
    expect(summarizeSeries(defineSeries([]))).toMatchObject({ last: null, min: null, count: 0 })
  })

  it('counts the points that a source has, where it gave a sample of them', () => {
    const series = defineSeries({ steps: [1], values: [2], basis: 'sampled', total: 90 })
    expect(summarizeSeries(series)).toMatchObject({ count: 90, basis: 'sampled' })
    expect(summarizeSeries({ ...series, total: null }).count).toBe(1)
  })
})
