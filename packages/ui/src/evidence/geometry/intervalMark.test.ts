import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intervalDomain, intervalMark, type MarkedInterval } from './intervalMark.ts'

const about = (value: number, half: number): MarkedInterval => ({
  value,
  low: value - half,
  high: value + half,
})

describe('intervalDomain', () => {
  it('is null without a finite interval', () => {
    expect(intervalDomain([], true)).toBeNull()
    expect(intervalDomain([{ value: 1, low: -Infinity, high: 2 }], true)).toBeNull()
    expect(intervalDomain([{ value: NaN, low: 0, high: 2 }], false)).toBeNull()
  })

  it('reaches from zero over all intervals, with a twenty-fifth of air on both sides', () => {
    expect(intervalDomain([about(5, 1), about(8, 2)], true)).toEqual({ low: -0.4, high: 10.4 })
    expect(intervalDomain([about(-5, 5)], true)).toEqual({ low: -10.4, high: 0.4 })
  })

  it('leaves zero out where it means nothing', () => {
    expect(intervalDomain([about(100, 5), about(105, 5)], false)).toEqual({
      low: 94.4,
      high: 110.6,
    })
  })

  it('cuts what reaches more than four times as far as the median', () => {
    const usual = [about(0, 1), about(0, 1), about(0, 1)]
    expect(intervalDomain([...usual, about(0, 4)], true)).toEqual({ low: -4.32, high: 4.32 })
    expect(intervalDomain([...usual, about(0, 400)], true)).toEqual({ low: -4.32, high: 4.32 })
  })

  it('cuts neither of two, where nothing says which is the unusual one', () => {
    expect(intervalDomain([about(0.5, 1), about(50, 1)], false)).toEqual({
      low: -2.56,
      high: 53.06,
    })
  })

  it('has a width where all intervals are the origin itself', () => {
    expect(intervalDomain([about(0, 0)], true)).toEqual({ low: -1, high: 1 })
    expect(intervalDomain([about(7, 0)], false)).toEqual({ low: 6, high: 8 })
  })
})

describe('intervalMark', () => {
  const domain = { low: -1, high: 3 }

  it('places the ends, the value and zero', () => {
    expect(intervalMark({ value: 1, low: 0.5, high: 2 }, domain, 100)).toEqual({
      from: 37.5,
      to: 75,
      value: 50,
      zero: 25,
      isCutLow: false,
      isCutHigh: false,
    })
  })

  it('ends at the border what goes on beyond it, and says so', () => {
    expect(intervalMark({ value: 5, low: -9, high: 9 }, domain, 100)).toMatchObject({
      from: 0,
      to: 100,
      value: 100,
      isCutLow: true,
      isCutHigh: true,
    })
    expect(intervalMark({ value: 1, low: -1, high: 3 }, domain, 100)).toMatchObject({
      isCutLow: false,
      isCutHigh: false,
    })
  })

  it('has no zero where that lies outside, and one at the very border', () => {
    expect(intervalMark(about(5, 1), { low: 1, high: 9 }, 80)?.zero).toBeNull()
    expect(intervalMark(about(-5, 1), { low: -9, high: -1 }, 80)?.zero).toBeNull()
    expect(intervalMark(about(5, 1), { low: 0, high: 9 }, 80)?.zero).toBe(0)
    expect(intervalMark(about(-5, 1), { low: -9, high: 0 }, 80)?.zero).toBe(80)
  })

  it('draws nothing that is not finite', () => {
    expect(intervalMark({ value: 1, low: NaN, high: 2 }, domain, 100)).toBeNull()
  })

  it('keeps its parts in order and within its width, whatever the data', () => {
    const finite = fc.double({ noNaN: true, min: -1e9, max: 1e9 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(finite, fc.double({ noNaN: true, min: 0, max: 1e9 })), { minLength: 1 }),
        (pairs) => {
          const intervals = pairs.map(([value, half]) => about(value, half))
          const shown = intervalDomain(intervals, true)
          if (shown === null) throw new Error('no domain')
          for (const each of intervals) {
            const mark = intervalMark(each, shown, 96)
            if (mark === null) throw new Error('no mark')
            expect(mark.from).toBeGreaterThanOrEqual(0)
            expect(mark.from).toBeLessThanOrEqual(mark.value)
            expect(mark.value).toBeLessThanOrEqual(mark.to)
            expect(mark.to).toBeLessThanOrEqual(96)
            expect(mark.zero).not.toBeNull()
          }
        },
      ),
    )
  })
})
