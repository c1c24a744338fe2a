import fc from 'fast-check'
import { expect, it } from 'vitest'
import { generalizationLoss, progressQuotient, risingStrips, trainProgress } from './prechelt.ts'

const evalLosses = [1, 0.8, 0.6, 0.5, 0.45, 0.44, 0.43, 0.44, 0.46, 0.48]
const trainLosses = [0.9, 0.75, 0.58, 0.46, 0.4, 0.36, 0.33, 0.31, 0.29, 0.28]

// By hand: 100 (0.48 / 0.43 - 1); 1000 ((0.36 + 0.33 + 0.31 + 0.29 + 0.28) / (5 · 0.28) - 1).
it('computes GL, P and PQ as in the paper', () => {
  expect(generalizationLoss(evalLosses)).toBeCloseTo(11.627906976744185, 10)
  expect(trainProgress(trainLosses)).toBeCloseTo(121.42857142857144, 9)
  expect(progressQuotient(evalLosses, trainLosses)).toBeCloseTo(0.09575923392612858, 12)
})

it('takes the strip that it is given', () => {
  expect(trainProgress([5, 3, 1], 2)).toBe(1000)
  expect(trainProgress([4], 1)).toBe(0)
  expect(progressQuotient([1, 2], [5, 3, 1], 2)).toBe(0.1)
})

it('has no loss where a value is missing or no number above 0', () => {
  expect(generalizationLoss([])).toBeNull()
  expect(generalizationLoss([1, 0, 1])).toBeNull()
  expect(generalizationLoss([-1, -2])).toBeNull()
  expect(generalizationLoss([1, NaN, 1])).toBeNull()
  expect(generalizationLoss([1, Infinity])).toBeNull()
  expect(generalizationLoss([3])).toBe(0)
})

it('has no progress of fewer values than a strip, or where one of these is no loss', () => {
  expect(trainProgress([1, 2, 3, 4])).toBeNull()
  expect(trainProgress([1, 2, 3, 4, 5])).toBe(2000)
  expect(trainProgress([NaN, -1, 1, 1, 1, 1, 1])).toBe(0)
  expect(trainProgress([1, 1, 0, 1, 1])).toBeNull()
})

it('has no quotient where training stands still, or either is missing', () => {
  expect(progressQuotient([1, 2], [1, 1, 1, 1, 1])).toBeNull()
  expect(progressQuotient([], trainLosses)).toBeNull()
  expect(progressQuotient(evalLosses, [1, 2])).toBeNull()
})

it('counts the strips in which the loss rose, up to the last', () => {
  expect(risingStrips(evalLosses, 1)).toBe(3)
  // 0.48 at the end, 0.43 three before, 0.5 six before.
  expect(risingStrips(evalLosses, 3)).toBe(1)
  expect(risingStrips(evalLosses)).toBe(1)
  expect(risingStrips([1, 2, 3], 1)).toBe(2)
  expect(risingStrips([3, 3], 1)).toBe(0)
  expect(risingStrips([1, 2, 2, 3], 1)).toBe(1)
  expect(risingStrips([], 1)).toBe(0)
  expect(risingStrips([1, 2, 3, 4, 5])).toBe(0)
  expect(risingStrips([1, 2, 3, 4, 5, 6])).toBe(1)
  expect(risingStrips([1, NaN, 2, 3], 1)).toBe(1)
  expect(risingStrips([1, 2, NaN], 1)).toBe(0)
  expect(risingStrips([-Infinity, 1, 2], 1)).toBe(1)
})

it.each([0, -1, 1.5, NaN])('refuses a strip of %d', (strip) => {
  const bad = expect.objectContaining({
    code: 'bad-option',
    message: expect.stringContaining('strip'),
  })
  expect(() => trainProgress([1], strip)).toThrow(bad)
  expect(() => risingStrips([1], strip)).toThrow(bad)
  expect(() => progressQuotient([1], [1], strip)).toThrow(bad)
})

it('does not depend on the unit, and is 0 at the best value', () => {
  const losses = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(losses, (values) => {
      const loss = generalizationLoss(values) ?? NaN
      expect(loss).toBeGreaterThanOrEqual(0)
      expect(loss === 0).toBe(values.at(-1) === Math.min(...values))
      expect(generalizationLoss(values.map((value) => value * 8))).toBe(loss)
    }),
  )
})
