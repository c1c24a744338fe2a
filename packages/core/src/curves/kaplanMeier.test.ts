import fc from 'fast-check'
import { expect, it } from 'vitest'
import { kaplanMeier } from './kaplanMeier.ts'
import { defined } from './testdata/curves.ts'

const arrivals = (reached: readonly number[], watched: readonly number[] = []) => [
  ...reached.map((time) => ({ time, reached: true })),
  ...watched.map((time) => ({ time, reached: false })),
]

// By hand: 4/5, then 3/4 and 2/3 of what was left.
it('counts runs that did not arrive for as long as they were watched', () => {
  const answer = defined(kaplanMeier(arrivals([1200, 1500, 2100], [3000, 3000])))
  expect(answer.survival.map(({ time }) => time)).toEqual([1200, 1500, 2100])
  expect(answer.survival[0]?.survival).toBeCloseTo(0.8, 12)
  expect(answer.survival[1]?.survival).toBeCloseTo(0.6, 12)
  expect(answer.survival[2]?.survival).toBeCloseTo(0.4, 12)
  expect(answer.median).toBe(2100)
})

it('gives those that were watched too short no weight after that', () => {
  // One of 4, then one of the 2 that are left.
  const { survival, median } = defined(kaplanMeier(arrivals([10, 30], [20, 40])))
  expect(survival).toEqual([
    { time: 10, survival: 0.75 },
    { time: 30, survival: 0.375 },
  ])
  expect(median).toBe(30)
})

it('counts a run watched until an arrival as still under way then', () => {
  expect(defined(kaplanMeier(arrivals([10], [10]))).survival).toEqual([{ time: 10, survival: 0.5 }])
  expect(defined(kaplanMeier(arrivals([10], [9]))).survival).toEqual([{ time: 10, survival: 0 }])
})

it('takes arrivals at one time together', () => {
  const { survival, median } = defined(kaplanMeier(arrivals([5, 5, -0, 0], [9])))
  expect(survival).toHaveLength(2)
  expect(survival[0]).toEqual({ time: 0, survival: 0.6 })
  expect(survival[1]?.survival).toBeCloseTo(0.2, 12)
  expect(median).toBe(5)
})

it('has a median where exactly half have arrived, and none where fewer have', () => {
  expect(defined(kaplanMeier(arrivals([1, 2, 3], [9, 9, 9]))).median).toBe(3)
  expect(defined(kaplanMeier(arrivals([1, 2], [9, 9, 9]))).median).toBeNull()
  expect(defined(kaplanMeier(arrivals([], [9])))).toEqual({
    kind: 'defined',
    survival: [],
    median: null,
  })
  // 5/6 · 4/5 · 3/4 is a little above a half in floating point.
  const shares = [6, 7, 10, 14, 22].map((count) => {
    const half = Array.from({ length: count / 2 }, (_, i) => i + 1)
    return defined(
      kaplanMeier(
        arrivals(
          half.length * 2 === count ? half : [1],
          half.map(() => 99),
        ),
      ),
    ).median
  })
  expect(shares[0]).toBe(3)
  expect(shares[3]).toBe(7)
  expect(shares[4]).toBe(11)
})

it('has no answer for nothing, and for times that are not known', () => {
  expect(kaplanMeier([])).toEqual({ kind: 'undefined', reason: 'too-few-values' })
  expect(kaplanMeier(arrivals([1, NaN]))).toEqual({ kind: 'undefined', reason: 'not-finite' })
  expect(kaplanMeier(arrivals([1], [Infinity]))).toEqual({
    kind: 'undefined',
    reason: 'not-finite',
  })
})

it('is the share that is still under way where all arrive, in any order', () => {
  const times = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 15 })
  fc.assert(
    fc.property(times, (given) => {
      const answer = defined(kaplanMeier(arrivals(given)))
      for (const { time, survival } of answer.survival) {
        expect(survival).toBeCloseTo(given.filter((own) => own > time).length / given.length, 9)
      }
      const sorted = given.toSorted((a, b) => a - b)
      expect(answer.median).toBe(sorted[Math.ceil(given.length / 2) - 1])
      expect(kaplanMeier(arrivals(given.toReversed()))).toEqual(answer)
    }),
  )
})
