/** A test looks at every arrangement up to so many: of ten values against ten there are 184 756. */
export const mostArrangements = 184_756

export interface ArrangementTest {
  readonly kind: 'defined'
  /** The mean of `a` less that of `b`. */
  readonly difference: number
  /** Two-sided: how often a random arrangement differs at least as much. */
  readonly p: number
  /** How many arrangements were looked at. */
  readonly arrangements: number
  /** Whether those are all there are; else they were drawn. */
  readonly isExact: boolean
}

export interface ArrangementOptions {
  /** Uniform numbers in [0, 1), used where there are too many arrangements. @default seededRandom(1) */
  readonly random?: () => number
  /** How many arrangements are drawn where there are too many to look at all. @default 10 000 */
  readonly draws?: number
}

/**
 * Returns by how much two sums that would be equal on paper can differ here: `terms` are summed,
 * and `values` are the numbers that they came from, as they were logged.
 */
export function roundingSlack(terms: readonly number[], values: readonly number[]): number {
  const ofSum = 1e-12 * Math.max(...terms.map(Math.abs))
  const ofValues = Number.EPSILON * terms.length * Math.max(...values.map(Math.abs))
  return ofSum + ofValues
}
