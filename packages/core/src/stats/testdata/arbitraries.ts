import fc from 'fast-check'

/** Losses as they are logged: six decimals, so that ties are possible. */
export const value: fc.Arbitrary<number> = fc
  .integer({ min: -2_000_000, max: 2_000_000 })
  .map((millionths) => millionths / 1e6)

/** Two to eight values, not all the same. */
export const sample: fc.Arbitrary<number[]> = fc
  .array(value, { minLength: 2, maxLength: 8 })
  .filter((values) => new Set(values).size > 1)

/** Values that are all among a few, so that most are tied. */
export const tied: fc.Arbitrary<number[]> = fc.array(fc.constantFrom(1, 2, 3), {
  minLength: 2,
  maxLength: 8,
})

/** A share strictly between 0 and 1. */
export const share: fc.Arbitrary<number> = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true })
