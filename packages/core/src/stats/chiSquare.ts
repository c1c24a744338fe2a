import { upperIncompleteGamma } from './specialFunctions.ts'

/** Returns the share of the chi-square distribution above `x`; keeps its digits where it is small. */
export function chiSquareUpperP(x: number, df: number): number {
  return upperIncompleteGamma(df / 2, x / 2)
}
