import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Goal } from '../run/run.ts'
import { asha, ashaRungs } from './asha.ts'

const refusal = expect.objectContaining({ code: 'bad-option' })

describe('asha', () => {
  it('stops all but the best quarter of those that came so far, as optuna does', () => {
    // optuna 5, SuccessiveHalvingPruner(min_resource=1, reduction_factor=4), one report per trial.
    expect(asha([0.5, 0.6, 0.4, 0.45, 0.7, 0.3, 0.35, 0.8])).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
      true,
      true,
    ])
  })

  it('lets two go on once there are eight', () => {
    expect(asha([1, 2, 3, 4, 5, 6, 7, 1.5]).at(-1)).toBe(false)
    expect(asha([1, 2, 3, 4, 5, 6, 1.5]).at(-1)).toBe(true)
    expect(asha([1, 2, 3, 4, 5, 6, 7, 2.5]).at(-1)).toBe(true)
  })

  it('keeps one in eta', () => {
    expect(asha([1, 3, 4, 2], { eta: 2 })).toEqual([false, true, true, false])
  })

  it('keeps the highest where higher is better, and all that tie with the best', () => {
    expect(asha([1, 3, 2, 3], { goal: 'max' })).toEqual([false, false, true, false])
  })

  it('stops a value that is not finite, which still counts as one that came', () => {
    expect(asha([NaN, 2, Infinity, -Infinity])).toEqual([true, false, true, true])
    expect(asha([1, NaN, 2], { eta: 2 })).toEqual([false, true, true])
    expect(asha([1, NaN, NaN, 2], { eta: 2 })).toEqual([false, true, true, false])
    expect(asha([])).toEqual([])
  })

  it.each([1, 2.5, NaN])('refuses to keep one in %s', (eta) => {
    expect(() => asha([1], { eta })).toThrow(refusal)
    expect(() => ashaRungs(1, 10, eta)).toThrow(refusal)
  })

  it('refuses a goal that is neither', () => {
    const goal: Goal = JSON.parse('"low"')
    expect(() => asha([1], { goal })).toThrow(refusal)
  })

  it('judges each value by those before it alone', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.nat(9), (values, next) => {
        expect(asha([...values, next]).slice(0, -1)).toEqual(asha(values))
      }),
    )
  })
})

describe('ashaRungs', () => {
  it('gives each rung as a multiple of the one before, the last step included', () => {
    expect(ashaRungs(1, 64)).toEqual([1, 4, 16, 64])
    expect(ashaRungs(100, 899, 3)).toEqual([100, 300])
    expect(ashaRungs(5, 4)).toEqual([])
  })

  it('refuses what would never end', () => {
    for (const first of [0, -1, NaN]) expect(() => ashaRungs(first, 10)).toThrow(refusal)
    for (const last of [NaN, Infinity]) expect(() => ashaRungs(1, last)).toThrow(refusal)
  })
})
