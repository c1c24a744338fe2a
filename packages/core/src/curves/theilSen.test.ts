import fc from 'fast-check'
import { expect, it } from 'vitest'
import { theilSen } from './theilSen.ts'
import { defined, holdsOnlyFinite, normals } from './testdata/curves.ts'

// scipy.stats.theilslopes(y, x, level), SciPy 1.15
it.each([
  {
    name: 'an outlier',
    x: [1, 2, 3, 4, 5, 6, 7, 8],
    y: [2.1, 3.9, 6.2, 7.8, 30, 12.1, 13.8, 16.3],
    slope: 2.0100000000000007,
    at95: [1.7999999999999998, 2.3000000000000003],
    at90: [1.8999999999999997, 2.15],
  },
  {
    name: 'ties in both columns',
    x: [1, 1, 2, 2, 3, 3, 4, 5, 5, 6],
    y: [3, 3, 2, 4, 4, 4, 5, 7, 6, 7],
    slope: 1,
    at95: [0.5, 1],
    at90: [0.6666666666666666, 1],
  },
])('agrees with SciPy on $name', ({ x, y, slope, at95, at90 }) => {
  const wide = defined(theilSen(x, y))
  expect(wide.slope).toBeCloseTo(slope, 12)
  expect(wide.interval[0]).toBeCloseTo(at95[0] ?? NaN, 12)
  expect(wide.interval[1]).toBeCloseTo(at95[1] ?? NaN, 12)
  expect(wide.n).toBe(x.length)
  const narrow = defined(theilSen(x, y, { level: 0.9 }))
  expect(narrow.interval[0]).toBeCloseTo(at90[0] ?? NaN, 12)
  expect(narrow.interval[1]).toBeCloseTo(at90[1] ?? NaN, 12)
})

it('agrees with SciPy on the fewest points that each level can say anything of', () => {
  const five = defined(theilSen([10, 1, 7, 3, 5], [1, 9, 4, 8, 5]))
  expect(five.slope).toBeCloseTo(-0.9444444444444444, 12)
  expect(five.interval).toEqual([-1.5, -0.5])
  const four = defined(theilSen([1, 2, 3, 5], [4, 3, 1, 0], { level: 0.9 }))
  expect(four.slope).toBe(-1)
  expect(four.interval).toEqual([-2, -0.5])
})

it('claims no interval that the steepest slopes would not bound', () => {
  const tooFew = { kind: 'undefined', reason: 'too-few-points' }
  expect(theilSen([1, 2, 3, 4], [4, 3, 1, 0])).toEqual(tooFew)
  expect(theilSen([1, 2, 3], [3, 2, 1], { level: 0.9 })).toEqual(tooFew)
  expect(theilSen([], [])).toEqual(tooFew)
  expect(theilSen([1, 2], [1, 1])).toEqual(tooFew)
  expect(theilSen([1, 2, 3, 4], [1, 1, 1, 1])).toEqual(tooFew)
  expect(theilSen([1], [1])).toEqual(tooFew)
  // Of these five, one pair alone has a slope.
  expect(theilSen([1, 1, 1, 1, 2], [1, 2, 3, 4, 5])).toEqual(tooFew)
})

it('says why it has no answer', () => {
  const reason = (x: readonly number[], y: readonly number[]): unknown => {
    const answer = theilSen(x, y)
    return answer.kind === 'undefined' ? answer.reason : null
  }
  expect(reason([1, 2, 3, 4, 5], [1, 2, 3, 4])).toBe('unequal-lengths')
  expect(reason([1, 2, 3, 4, NaN], [1, 2, 3, 4, 5])).toBe('not-finite')
  expect(reason([1, 2, 3, 4, 5], [1, 2, 3, Infinity, 5])).toBe('not-finite')
  expect(reason([2, 2, 2, 2, 2], [1, 2, 3, 4, 5])).toBe('no-variance')
  const huge = [1.7e308, -1.7e308, 1.7e308, -1.7e308, 1.7e308]
  expect(reason([1, 2, 3, 4, 5], huge)).toBe('not-finite')
})

it('is exactly 0 for a level curve', () => {
  const level = defined(theilSen([1, 2, 3, 4, 5], [7, 7, 7, 7, 7]))
  expect(level).toEqual({ kind: 'defined', slope: 0, interval: [0, 0], n: 5 })
})

it.each([0, 1, -0.5, 1.5, NaN])('refuses the level %d', (level) => {
  expect(() => theilSen([1, 2], [1, 2], { level })).toThrow(
    expect.objectContaining({ code: 'bad-option' }),
  )
})

it('uses 1000 of more points, from the first to the last', () => {
  const next = normals()
  const x = Array.from({ length: 2500 }, (_, i) => i)
  const answer = defined(
    theilSen(
      x,
      x.map((at) => 3 * at + next()),
    ),
  )
  expect(answer.n).toBe(1000)
  expect(answer.slope).toBeCloseTo(3, 3)
  const short = x.slice(0, 1001)
  expect(defined(theilSen(short, short)).n).toBe(1000)
  expect(defined(theilSen(short.slice(1), short.slice(1))).n).toBe(1000)
  // Of 1999 points, every other: 0, 2, 4, …, and the last.
  const long = Array.from({ length: 1999 }, (_, i) => i)
  expect(
    defined(
      theilSen(
        long,
        long.map((at) => (at % 2 === 0 ? at : -50 * at)),
      ),
    ),
  ).toEqual({
    kind: 'defined',
    slope: 1,
    interval: [1, 1],
    n: 1000,
  })
  // A bend where the first and the last hundred are: both are among the points that are used.
  const bent = short.map((at) => (at === 0 || at === 1000 ? 1e9 : 0))
  expect(defined(theilSen(short, bent)).slope).toBe(0)
})

it('does not depend on the order of the points', () => {
  const points = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -50, max: 50 })),
    { maxLength: 14 },
  )
  fc.assert(
    fc.property(points, fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), (given, keys) => {
      const fit = (list: readonly (readonly [number, number])[]): unknown =>
        theilSen(
          list.map(([x]) => x),
          list.map(([, y]) => y),
        )
      const order = given.map((_, i) => i).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
      const shuffled = order.map((i) => given[i] ?? ([0, 0] as const))
      expect(fit(shuffled)).toEqual(fit(given))
      expect(holdsOnlyFinite(fit(given))).toBe(true)
    }),
  )
})

it('turns with the values', () => {
  const column = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 12 })
  fc.assert(
    fc.property(column, (y) => {
      const x = y.map((_, i) => i)
      const up = defined(theilSen(x, y))
      const down = defined(
        theilSen(
          x,
          y.map((value) => 5 - 2 * value),
        ),
      )
      expect(down.slope).toBeCloseTo(-2 * up.slope, 9)
      expect(up.slope).toBeGreaterThanOrEqual(up.interval[0])
      expect(up.slope).toBeLessThanOrEqual(up.interval[1])
    }),
  )
})
