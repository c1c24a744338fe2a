import fc from 'fast-check'
import { expect, it } from 'vitest'
import { noiseOf, noiseOfCurve, noiseOrRounding } from './noiseOf.ts'
import { columnsOf, normals, seriesOf } from './testdata/curves.ts'

/** Mean noise of many curves of normal values with sd 1 around a trend. */
function meanNoise(length: number, trend: (share: number) => number, curves = 1500): number {
  const next = normals(7)
  let sum = 0
  for (let i = 0; i < curves; i++) {
    const values = Array.from({ length }, (_, j) => trend((j + 1) / length) + next())
    sum += noiseOf(values) ?? NaN
  }
  return sum / curves
}

it('is right on average, for few evaluations and for many', () => {
  for (const length of [5, 6, 7, 10, 30, 100]) {
    const mean = meanNoise(length, () => 0)
    expect(mean).toBeGreaterThan(0.95)
    expect(mean).toBeLessThan(1.05)
  }
})

it('does not take a trend for noise', () => {
  expect(meanNoise(30, (share) => 100 * share)).toBeCloseTo(1, 1)
  expect(meanNoise(30, (share) => 8 * (share - 0.6) ** 2)).toBeCloseTo(1, 1)
  expect(meanNoise(30, (share) => 20 * Math.exp(-share / 0.15))).toBeCloseTo(1, 1)
})

it('holds each value against its two neighbours', () => {
  // Deviations 3/2, 3/2 and 3/2 times sqrt(2/3), and their median times 1.4826 / (1 + 0.6 / 3).
  expect(noiseOf([0, 1, -1, 0, -2])).toBeCloseTo((1.4826 * 1.5 * Math.sqrt(2 / 3)) / 1.2, 12)
})

it('is not moved by one spike or by a step of the curve', () => {
  const next = normals(3)
  const values = Array.from({ length: 40 }, () => next())
  const calm = noiseOf(values) ?? NaN
  const odd = noiseOf(values.map((value, i) => value + (i > 20 ? -50 : 0) + (i === 8 ? 90 : 0)))
  expect(odd).toBeLessThan(calm * 1.5)
  expect(odd).toBeGreaterThan(calm / 1.5)
})

it('is the root mean square where most deviations are 0', () => {
  // Deviations 0, 0, 0, 0, 0.5, 1, 0.5 times sqrt(2/3): their squares sum to 1.5 · 2/3 = 1.
  expect(noiseOf([1, 1, 1, 1, 1, 1, 2, 1, 1])).toBeCloseTo(Math.sqrt(1 / 7), 12)
})

it('is 0 on a straight line', () => {
  expect(noiseOf([5, 4, 3, 2, 1])).toBe(0)
  expect(noiseOf([7, 7, 7, 7, 7])).toBe(0)
})

it('needs three values with a neighbour on both sides', () => {
  expect(noiseOf([])).toBeNull()
  expect(noiseOf([1, 2, 1, 2])).toBeNull()
  expect(noiseOf([1, 2, 1, 2, 1])).not.toBeNull()
  expect(noiseOf([1, 2, 1, NaN, 2, 1, 2, Infinity, 1, 2])).toBeNull()
  expect(noiseOf([1, 2, 1, NaN, 2, 1, 2, Infinity, 1, 2, 1])).not.toBeNull()
})

it('takes nothing across a missing value or a restart', () => {
  // Straight lines that do not meet.
  expect(noiseOf([5, 4, 3, 2, NaN, 90, 80, 70])).toBe(0)
  const restarted = columnsOf([1, 2, 3, 4, 2, 3, 4], [5, 4, 3, 2, 90, 80, 70])
  expect(noiseOfCurve(restarted)).toBe(0)
  expect(noiseOfCurve(seriesOf([5, 4, 3, 2, 90, 80, 70]))).toBeGreaterThan(0)
})

it('scales with the values, and does not change with what is added to them', () => {
  const whole = fc.integer({ min: -1000, max: 1000 })
  fc.assert(
    fc.property(fc.array(whole, { maxLength: 25 }), (values) => {
      const noise = noiseOf(values)
      const moved = noiseOf(values.map((value) => 7 - 4 * value))
      expect(moved === null).toBe(values.length < 5)
      expect(moved ?? 0).toBeCloseTo(4 * (noise ?? 0), 8)
    }),
  )
})

it('is held to what rounding may do, by the largest value', () => {
  expect(noiseOrRounding(0.1, [5, 2])).toBe(0.1)
  expect(noiseOrRounding(0, [1, -3, NaN, Infinity])).toBe(3e-12)
  expect(noiseOrRounding(0, [0, 0])).toBe(0)
})
