import { checkDf, checkValue } from './checkDistribution.ts'
import { normalCdf } from './normal.ts'
import { upperIncompleteGamma } from './specialFunctions.ts'

/**
 * Returns the share of the chi-square distribution above `x`; keeps its digits where it is small.
 *
 * @throws {RunoffError} `bad-option` for `NaN`, and for no finite positive degrees of freedom.
 */
export function chiSquareUpperP(x: number, df: number): number {
  checkValue(x)
  checkDf(df)
  if (x <= 0) return 1
  if (x === Infinity) return 0
  return df > nearlyNormal ? cubeRootP(x, df) : upperIncompleteGamma(df / 2, x / 2)
}

/** Past this the series is long. */
const nearlyNormal = 1e9

/** @see Wilson & Hilferty (1931), The distribution of chi-square: its cube root is nearly normal. */
function cubeRootP(x: number, df: number): number {
  const variance = 2 / (9 * df)
  return normalCdf((1 - variance - Math.cbrt(x / df)) / Math.sqrt(variance))
}
