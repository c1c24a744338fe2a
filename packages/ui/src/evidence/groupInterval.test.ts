import { describe, expect, it } from 'vitest'
import { groupInterval } from './groupInterval.ts'

const pooled = { method: 'tukey-kramer', noise: { sd: 0.02, df: 8, groups: 2 } } as const

describe('groupInterval', () => {
  it('is Student’s, with the spread of all configurations', () => {
    // scipy.stats.t.ppf(.975, 8) = 2.306004135204166, times .02 / sqrt(4)
    const [low, high] = groupInterval({ mean: 0.5, sd: 0.9, n: 4 }, pooled) ?? []
    expect(low).toBeCloseTo(0.5 - 0.02306004135204166, 10)
    expect(high).toBeCloseTo(0.5 + 0.02306004135204166, 10)
  })

  it('borrows that spread for a single seed', () => {
    const [low, high] = groupInterval({ mean: 0, sd: null, n: 1 }, pooled) ?? []
    expect([low, high]).toEqual([-(high ?? NaN), high])
    expect(high).toBeCloseTo(0.04612008270408332, 10)
  })

  it('is of its own spread where spreads are not pooled', () => {
    const evidence = { ...pooled, method: 'games-howell' } as const
    // scipy.stats.t.ppf(.975, 4) = 2.7764451051977934, times .1 / sqrt(5)
    const [, high] = groupInterval({ mean: 0, sd: 0.1, n: 5 }, evidence) ?? []
    expect(high).toBeCloseTo(0.12416639982037153, 10)
    expect(groupInterval({ mean: 0, sd: null, n: 1 }, evidence)?.[1]).toBeCloseTo(0.04612008, 8)
  })

  it('is null without noise, or without a mean', () => {
    const none = { method: 'none', noise: null } as const
    expect(groupInterval({ mean: 0.5, sd: null, n: 1 }, none)).toBeNull()
    expect(groupInterval({ mean: NaN, sd: null, n: 1 }, pooled)).toBeNull()
    expect(groupInterval({ mean: 1, sd: null, n: 0 }, pooled)).toBeNull()
  })
})
