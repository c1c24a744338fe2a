import { describe, expect, it } from 'vitest'
import { chiScale } from './chiScale.ts'
import { near } from './testdata/near.ts'

describe('chiScale', () => {
  it.each([1, 2, 2.3, 10, 500])('has the moments of a spread on %d degrees of freedom', (df) => {
    const points = chiScale(df)
    const meanOf = (f: (s: number) => number): number =>
      points.reduce((sum, { scale, weight }) => sum + weight * f(scale), 0)
    // E s² = 1, E s⁴ = 1 + 2 / df
    expect(meanOf(() => 1)).toEqual(near(1, 1e-12))
    expect(meanOf((s) => s ** 2)).toEqual(near(1, 1e-10))
    expect(meanOf((s) => s ** 4)).toEqual(near(1 + 2 / df, 1e-10))
  })

  it('has points in the order of size, no further apart than asked for', () => {
    const logs = chiScale(4, 0.01).map(({ scale }) => Math.log(scale))
    const gaps = logs.slice(1).map((log, i) => log - (logs[i] ?? NaN))
    expect(Math.min(...gaps)).toBeGreaterThan(0)
    expect(chiScale(4, 0.01).length).toBeGreaterThan(6 * chiScale(4).length)
    expect(gaps.at(-1)).toBeLessThan(0.011)
  })

  it('needs few points, few degrees of freedom or many', () => {
    for (const df of [1, 3, 30, 1e6]) expect(chiScale(df).length).toBeLessThan(160)
  })
})
