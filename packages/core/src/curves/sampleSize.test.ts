import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ar1SampleSize, effectiveSampleSize } from './sampleSize.ts'
import { autoregression, defined, holdsOnlyFinite } from './testdata/curves.ts'

const evals = [0.58, 0.572, 0.578, 0.575, 0.569, 0.571, 0.574, 0.568, 0.566, 0.57, 0.573, 0.569]

// Computed with NumPy from Geyer's definition, autocovariances divided by n.
it('finds how many independent values twelve evaluations are worth', () => {
  const answer = defined(effectiveSampleSize(evals))
  expect(answer.acf1).toBeCloseTo(0.1764078811939418, 11)
  expect(answer.tau).toBeCloseTo(2.1376268195853534, 11)
  expect(answer.ess).toBeCloseTo(5.613702022286426, 10)
  expect(defined(ar1SampleSize(evals)).ess).toBeCloseTo(8.401087398056438, 10)
  expect(defined(ar1SampleSize(evals)).acf1).toBe(answer.acf1)
})

it('finds it of a long autocorrelated row, and counts no pair for more than the one before', () => {
  const answer = defined(effectiveSampleSize(autoregression(0.7, 200)))
  expect(answer.ess).toBeCloseTo(25.878348954921343, 9)
  expect(answer.tau).toBeCloseTo(7.7284683172171835, 9)
  expect(answer.acf1).toBeCloseTo(0.73084211152917, 10)
})

it('gives alternating values at most n log10 n', () => {
  const values = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 1 : -1))
  const answer = defined(effectiveSampleSize(values))
  expect(answer.ess).toBeCloseTo(20 * Math.log10(20), 10)
  expect(answer.acf1).toBeCloseTo(-0.95, 12)
  expect(defined(ar1SampleSize(values)).ess).toBeCloseTo((20 * 1.95) / 0.05, 8)
})

it('says of 20 values and fewer that they are few', () => {
  const few = (length: number): boolean =>
    defined(effectiveSampleSize(autoregression(0.5, length))).isFew
  expect([4, 20, 21].map(few)).toEqual([true, true, false])
})

it.each([ar1SampleSize, effectiveSampleSize])('has no answer where there is none: %o', (size) => {
  expect(size([])).toEqual({ kind: 'undefined', reason: 'too-few-values' })
  expect(size([1, 2, 3])).toEqual({ kind: 'undefined', reason: 'too-few-values' })
  expect(size([1, 2, 3, 4]).kind).toBe('defined')
  expect(size([1, 2, NaN, 4])).toEqual({ kind: 'undefined', reason: 'not-finite' })
  expect(size([1, 2, 3, Infinity])).toEqual({ kind: 'undefined', reason: 'not-finite' })
  // The mean of these is not 0.1 to the last bit.
  expect(size([0.1, 0.1, 0.1, 0.1, 0.1, 0.1])).toEqual({ kind: 'undefined', reason: 'no-variance' })
})

it('depends neither on the unit nor on where zero is', () => {
  const finite = fc.integer({ min: -1000, max: 1000 })
  fc.assert(
    fc.property(fc.array(finite, { minLength: 4, maxLength: 30 }), (values) => {
      const answer = effectiveSampleSize(values)
      const other = effectiveSampleSize(values.map((value) => value * 1e-200 - 7e-200))
      expect(other.kind).toBe(answer.kind)
      if (answer.kind === 'undefined' || other.kind === 'undefined') return
      expect(other.acf1).toBeCloseTo(answer.acf1, 6)
      expect(holdsOnlyFinite(answer)).toBe(true)
      expect(answer.ess).toBeLessThanOrEqual(values.length * Math.log10(values.length) + 1e-9)
    }),
  )
})

it('has a number for the hugest values', () => {
  expect(holdsOnlyFinite(defined(effectiveSampleSize([1.7e308, -1.7e308, 1e308, 0])))).toBe(true)
})
