import { describe, expect, it } from 'vitest'
import { effectOf } from '../testdata/importances.ts'
import { importanceBar } from './importanceBars.ts'

describe('importanceBar', () => {
  it('is as long as rho, whichever way that points', () => {
    expect(importanceBar(effectOf('a', { rho: -0.64, effect: 'falling' }), 'correlation')).toEqual({
      length: 0.64,
      isDetected: true,
    })
  })

  it('is as long as xi where the effect is not monotone', () => {
    const effect = effectOf('a', { rho: 0.03, xi: 0.55, effect: 'not-monotone' })
    expect(importanceBar(effect, 'correlation').length).toBe(0.55)
  })

  it('says whether it was told from chance', () => {
    const isDetected = (['none-detected', 'untested', 'rising', 'differs'] as const).map(
      (effect) => importanceBar(effectOf('a', { effect }), 'correlation').isDetected,
    )
    expect(isDetected).toEqual([false, false, true, true])
  })

  it('has no length for a category, nor for a share that chance gives as well', () => {
    const category = effectOf('a', { kind: 'category', rho: null, effect: 'differs' })
    expect(importanceBar(category, 'correlation').length).toBeNull()
    expect(importanceBar(effectOf('a'), 'share').length).toBeNull()
    expect(importanceBar(effectOf('a', { share: 0.4 }), 'share').length).toBe(0.4)
  })

  it('never leaves its place', () => {
    expect(importanceBar(effectOf('a', { rho: -1.0001 }), 'correlation').length).toBe(1)
    expect(importanceBar(effectOf('a', { share: -0.2 }), 'share').length).toBe(0)
  })
})
