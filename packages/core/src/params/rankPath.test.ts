import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chatterjeeXi } from '../stats/chatterjeeXi.ts'
import { lengthMoments, pathLength, pathOf } from './rankPath.ts'

function defined<T>(value: T | null): T {
  if (value === null) throw new Error('no path')
  return value
}

/** Every order of some numbers. */
function ordersOf(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]]
  return values.flatMap((value, i) =>
    ordersOf(values.filter((_, place) => place !== i)).map((rest) => [value, ...rest]),
  )
}

/** Pairs in which values repeat as often as not. */
const pairs = fc.array(fc.record({ x: fc.nat({ max: 6 }), y: fc.nat({ max: 12 }) }), {
  minLength: 2,
  maxLength: 80,
})

describe('pathOf', () => {
  it('walks the ranks of y in the order of x', () => {
    expect(pathOf([3, 1, 2, 4], [0.2, 7, 0.5, 0.1])).toEqual({
      ranks: Float64Array.of(4, 3, 2, 1),
      sizes: [1, 1, 1, 1],
      // n / (2 (0 + 1 x 3 + 2 x 2 + 3 x 1))
      scale: 4 / 20,
    })
  })

  it('gives equal y the highest of their ranks and counts runs with the same x', () => {
    const path = defined(pathOf([1, 2, 1, 1], [5, 5, 5, 8]))
    expect(path.ranks).toEqual(Float64Array.of(3, 3, 4, 3))
    expect(path.sizes).toEqual([3, 1])
    expect(path.scale).toBe(4 / (2 * 3))
  })

  it('has no path where all y are equal, or there is none', () => {
    expect(pathOf([1, 2, 3], [5, 5, 5])).toBeNull()
    expect(pathOf([], [])).toBeNull()
  })
})

describe('pathLength', () => {
  it('sums the steps', () => {
    expect(pathLength(Float64Array.of(1, 4, 2, 2), [1, 1, 1, 1])).toBe(5)
  })

  it('takes the mean over all orders of runs with the same x', () => {
    // 1 and 4 in either order, then 2: 3 + 2 or 3 + 1.
    expect(pathLength(Float64Array.of(1, 4, 2), [2, 1])).toBe(4.5)
    // 2, then 1 and 4 in either order: 1 + 3 or 2 + 3.
    expect(pathLength(Float64Array.of(2, 1, 4), [1, 2])).toBe(4.5)
  })

  it('equals the mean over all orders, whatever the groups', () => {
    const three = [3, 1, 5]
    const two = [2, 6]
    const lengths = ordersOf(three).flatMap((first) =>
      ordersOf(two).map((second) =>
        pathLength(Float64Array.from([...first, ...second, 4]), [1, 1, 1, 1, 1, 1]),
      ),
    )
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    expect(pathLength(Float64Array.from([...three, ...two, 4]), [3, 2, 1])).toBeCloseTo(mean, 12)
  })

  it('leads to the xi of the statistic, ties in x and y included', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = [rows.map((row) => row.x), rows.map((row) => row.y)]
        fc.pre(new Set(x).size > 1 && new Set(y).size > 1)
        const { ranks, sizes, scale } = defined(pathOf(x, y))
        const answer = chatterjeeXi(x, y, { draws: 1 })
        const xi = answer.kind === 'defined' ? answer.xi : NaN
        expect(1 - scale * pathLength(ranks, sizes)).toBeCloseTo(xi, 10)
      }),
    )
  })

  it('sorts long stretches of the same x as it does short ones', () => {
    const ranks = Array.from({ length: 60 }, (_, i) => (i * 37) % 60)
    const x = ranks.map((_, i) => (i < 30 ? 0 : 1))
    const answer = chatterjeeXi(x, ranks, { draws: 1 })
    const path = defined(pathOf(x, ranks))
    expect(1 - path.scale * pathLength(path.ranks, path.sizes)).toBeCloseTo(
      answer.kind === 'defined' ? answer.xi : NaN,
      12,
    )
  })
})

describe('lengthMoments', () => {
  it.each([[[1, 2, 3, 4]], [[1, 2, 3, 4, 5, 6]], [[2, 2, 3, 6, 6, 6]], [[1, 4, 4, 4]]])(
    'are the mean and the deviation over all orders of %j',
    (ranks) => {
      const lengths = ordersOf(ranks).map((order) =>
        pathLength(
          Float64Array.from(order),
          order.map(() => 1),
        ),
      )
      const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
      const squares = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0)
      const moments = lengthMoments(Float64Array.from(ranks).toReversed())
      expect(moments.mean).toBeCloseTo(mean, 10)
      expect(moments.deviation).toBeCloseTo(Math.sqrt(squares / lengths.length), 10)
    },
  )
})
