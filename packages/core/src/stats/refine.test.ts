import { describe, expect, it } from 'vitest'
import { refine } from './refine.ts'

describe('refine', () => {
  it('takes steps until they change nothing', () => {
    let steps = 0
    const root = refine(1, (x) => {
      steps += 1
      return (2 / x - x) / 2
    })
    expect(root).toBeCloseTo(Math.SQRT2, 15)
    expect(steps).toBeLessThan(9)
  })

  it('gives up on steps that never end', () => {
    let steps = 0
    refine(1, (x) => {
      steps += 1
      return x
    })
    expect(steps).toBe(100)
  })

  it.each([NaN, Infinity, -Infinity])('stays where a step of %d leads nowhere', (change) => {
    expect(refine(1, (x) => (x < 3 ? 1 : change))).toBe(3)
  })
})
