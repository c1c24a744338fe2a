import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kruskal } from '../stats/kruskal.ts'
import { spearman } from '../stats/spearman.ts'
import { kruskalTest, rhoTest, xiTest, type RankTest } from './rankTests.ts'

function defined(test: RankTest | null): RankTest {
  if (test === null) throw new Error('no test')
  return test
}

/** What the statistic of a test is for the data themselves. */
function observed(test: RankTest): number {
  return test.statistic(test.order.slice())
}

const u = [12, 9, 6, 4, 2, 1, 3, 5, 7, 8, 10, 11]
const rising = u.map((_, i) => i)

describe('rhoTest', () => {
  it('gives the numbers of spearman', () => {
    const values = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 30 })), {
      minLength: 9,
      maxLength: 60,
    })
    fc.assert(
      fc.property(values, (rows) => {
        const [x, y] = [rows.map((row) => row[0]), rows.map((row) => row[1])]
        fc.pre(new Set(x).size > 1 && new Set(y).size > 1)
        const test = defined(rhoTest(x, y))
        const answer = spearman(x, y)
        fc.pre(answer.kind === 'defined')
        expect(test.value).toBeCloseTo(answer.rho, 12)
        expect(test.p).toBeCloseTo(answer.p, 10)
        expect(test.strength).toBeGreaterThanOrEqual(Math.abs(test.value ?? NaN) - 1e-12)
        expect(test.strength).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  it('counts a trend as whole where ties alone keep rho below one', () => {
    const half = rising.map((i) => (i < 6 ? 0 : 1))
    const up = defined(rhoTest(rising, half))
    expect(up.value).toBeCloseTo(0.8695, 3)
    expect(up.strength).toBe(1)
    const down = defined(rhoTest(rising, half.toReversed()))
    expect(down.value).toBeCloseTo(-0.8695, 3)
    expect(down.strength).toBe(1)
    expect(defined(rhoTest(rising, u)).strength).toBeLessThan(0.2)
  })

  it('takes the strength from what is possible in its own direction', () => {
    // Falling, the ranks of x (one high) and y (one high) can never meet as they can rising.
    const x = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    const y = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    const test = defined(rhoTest(x, y))
    expect(test.value).toBeCloseTo(-1 / 9, 12)
    expect(test.strength).toBe(1)
  })

  it('has a statistic that is the same for a trend up and down', () => {
    const up = defined(rhoTest(rising, rising))
    expect(up.statistic(up.order.toReversed())).toBe(observed(up))
    expect(up.statistic(Float64Array.from(u))).toBeLessThan(observed(up))
  })

  it('cannot test a constant', () => {
    expect(rhoTest([1, 1, 1], [1, 2, 3])).toBeNull()
    expect(rhoTest([1, 2, 3], [2, 2, 2])).toBeNull()
  })
})

describe('xiTest', () => {
  it('finds the U-shape that rho misses', () => {
    const test = defined(xiTest(rising, u))
    // 1 - 3 x (sum of steps 20) / (12^2 - 1)
    expect(test.value).toBeCloseTo(1 - 60 / 143 + 3 / 143, 1)
    expect(test.p).toBeLessThan(0.001)
    expect(test.strength).toBe(test.value)
    expect(defined(rhoTest(rising, u)).p).toBeGreaterThan(0.5)
  })

  it('gives the mean of chance half the probability', () => {
    // Steps of 2, 1, 3, 1, 2 between the ranks 1, 3, 4, 1 …: near the mean length of (n^2 - 1) / 3.
    const test = defined(xiTest([1, 2, 3, 4, 5], [1, 3, 4, 2, 5]))
    expect(test.p).toBeCloseTo(0.5, 6)
  })

  it('has a strength of at least nothing', () => {
    const test = defined(xiTest([1, 2, 3, 4], [1, 4, 2, 3]))
    expect(test.value).toBeLessThan(0)
    expect(test.strength).toBe(0)
  })

  it('has a statistic that grows with order', () => {
    const test = defined(xiTest(rising, u))
    expect(test.statistic(Float64Array.of(...rising))).toBeGreaterThan(observed(test))
    expect(observed(test)).toBeGreaterThan(
      test.statistic(Float64Array.of(1, 12, 2, 11, 3, 10, 4, 9, 5, 8, 6, 7)),
    )
  })

  it('keeps the order it is shuffled from as it was', () => {
    const test = defined(xiTest([1, 1, 1, 2, 2, 3], [3, 1, 2, 9, 8, 7]))
    expect(test.order).toEqual(Float64Array.of(3, 1, 2, 6, 5, 4))
  })

  it('cannot test a parameter of two values, nor a constant metric', () => {
    expect(xiTest([1, 1, 2, 2], [1, 2, 3, 4])).toBeNull()
    expect(xiTest([1, 2, 3], [4, 4, 4])).toBeNull()
    expect(xiTest([1, 2, 3, 3], [1, 2, 3, 4])).not.toBeNull()
  })
})

describe('kruskalTest', () => {
  it('gives the p of kruskal', () => {
    const test = defined(kruskalTest([0, 2, 0, 2, 0, 2, 0, 2], [1, 5, 2, 6, 3, 7, 4, 8]))
    const answer = kruskal([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ])
    expect(test.p).toBe(answer.kind === 'defined' ? answer.p : NaN)
    expect(test.value).toBeNull()
    expect(test.strength).toBe(0)
  })

  it('has a statistic that is largest where the categories are apart', () => {
    const apart = defined(kruskalTest([0, 0, 0, 1, 1, 1], [1, 2, 3, 7, 8, 9]))
    // Ranks less their mean, doubled: -5, -3, -1 and 1, 3, 5; 81 / 3 twice.
    expect(observed(apart)).toBe(54)
    expect(apart.statistic(apart.order.toReversed())).toBe(54)
    expect(apart.statistic(Float64Array.of(-5, -1, 3, -3, 1, 5))).toBe(6)
  })

  it('cannot test categories of which most hold one run', () => {
    expect(kruskalTest([0, 0, 1, 1, 2, 2], [1, 2, 3, 4, 5, 6])).not.toBeNull()
    expect(kruskalTest([0, 0, 1, 1, 2, 3], [1, 2, 3, 4, 5, 6])).toBeNull()
    expect(kruskalTest([0, 0, 1, 1, 2], [1, 2, 3, 4, 5])).toBeNull()
  })

  it('cannot test a single category, nor a constant metric', () => {
    expect(kruskalTest([1, 1, 1, 1], [1, 2, 3, 4])).toBeNull()
    expect(kruskalTest([0, 0, 1, 1], [4, 4, 4, 4])).toBeNull()
  })
})
