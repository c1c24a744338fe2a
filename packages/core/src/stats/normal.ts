import { checkShare, checkValue } from './checkDistribution.ts'
import { refine } from './refine.ts'

/**
 * Returns the share of the standard normal distribution below `z`.
 *
 * @throws {RunoffError} `bad-option` for `NaN`.
 */
export function normalCdf(z: number): number {
  checkValue(z)
  return z < 0 ? normalUpperP(-z) : 1 - normalUpperP(z)
}

/**
 * Returns the share of the standard normal distribution above `z`, exact to its last digits where it
 * is small.
 *
 * @see Cody (1969), Rational Chebyshev approximations for the error function.
 */
export function normalUpperP(z: number): number {
  if (z < 0) return 1 - normalUpperP(-z)
  if (z < 0.67448975)
    return 0.5 - (z * polynomial(nearNumerator, z * z)) / polynomial(nearDenominator, z * z)
  const exponential = Math.exp((-z * z) / 2)
  if (z > 5.65) return (exponential * tailFactor(z)) / z
  return (exponential * polynomial(farNumerator, z)) / polynomial(farDenominator, z)
}

const nearNumerator = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709,
  18154.98125334356,
]
const nearDenominator = [
  1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673,
]
const farNumerator = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785,
  597.2702763948002, 2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
]
const farDenominator = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761,
  18615.571640885097, 34900.95272114598, 38912.00328609327, 19685.429676859992,
]

function polynomial(coefficients: readonly number[], z: number): number {
  let value = 0
  for (const coefficient of coefficients) value = value * z + coefficient
  return value
}

/** z times the tail over e^(-z² / 2): 1 / √(2π) less a correction. */
function tailFactor(z: number): number {
  const inverse = 1 / (z * z)
  const correction = polynomial(tailNumerator, inverse) / polynomial(tailDenominator, inverse)
  return 1 / Math.sqrt(2 * Math.PI) - inverse * correction
}

const tailNumerator = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807,
  0.0014216191932278934, 2.9112874951168793e-5,
]
const tailDenominator = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
  7.297515550839662e-5,
]

/**
 * Returns the z below which a share `p` of the standard normal distribution lies.
 *
 * @throws {RunoffError} `bad-option` for a p outside (0, 1).
 */
export function normalQuantile(p: number): number {
  checkShare(p)
  if (p === 0.5) return 0
  return p < 0.5 ? -normalUpperQuantile(p) : normalUpperQuantile(1 - p)
}

/**
 * Returns the z above which a share of at most a half lies: by Newton's method on the logarithm, from a z that is too
 * large.
 */
export function normalUpperQuantile(tail: number): number {
  return refine(Math.sqrt(-2 * Math.log(tail)), (z) => {
    const p = normalUpperP(z)
    return (Math.log(p / tail) * p * Math.sqrt(2 * Math.PI)) / Math.exp((-z * z) / 2)
  })
}
