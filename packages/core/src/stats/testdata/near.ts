import type { Undefined } from '../answer.ts'

/**
 * Matches a number within so many parts of the expected one, or of `scale` where that is larger:
 * `expect(p).toEqual(near(0.05))`.
 */
export function near(expected: number, relative = 1e-9, scale = 0): number {
  const allowed = relative * Math.max(Math.abs(expected), Math.abs(scale))
  const matcher = {
    asymmetricMatch: (actual: unknown) =>
      typeof actual === 'number' && Math.abs(actual - expected) <= allowed,
    toString: () => 'near',
    toAsymmetricMatcher: () => `${expected} ± ${allowed}`,
  }
  // Stands where a number stands in what is expected.
  return matcher as unknown as number
}

/** Returns the answer of a statistic that must have one. */
export function definedOf<T extends { readonly kind: 'defined' }>(answer: T | Undefined): T {
  if (answer.kind === 'undefined') throw new Error(`undefined for ${answer.reason}`)
  return answer
}
