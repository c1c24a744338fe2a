/** Where a continued fraction or a series no longer changes in double precision. */
const precision = 3e-16

/** A fraction takes about the root of its parameters; this many only for absurd ones. */
const mostLevels = 100_000

/** In the place of 0 in a continued fraction, which must not divide by it. */
const tiny = 1e-300

const lanczos = [
  57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125,
  -0.0002102644417241049, 0.0002174396181152126, -0.0001643181065367639, 8.441822398385275e-5,
  -2.61908384015814e-5, 3.689918265953162e-6,
]

/**
 * Returns the logarithm of the gamma function of a positive number, to 14 digits.
 *
 * @see Press et al., Numerical Recipes, 3rd edition, section 6.1: Lanczos' series with g = 671/128.
 */
export function logGamma(x: number): number {
  const shifted = x + 5.2421875
  const series = lanczos.reduce(
    (sum, coefficient, i) => sum + coefficient / (x + i + 1),
    0.9999999999999971,
  )
  return (x + 0.5) * Math.log(shifted) - shifted + Math.log((2.5066282746310007 * series) / x)
}

/**
 * Returns the regularised incomplete beta function I_x(a, b).
 *
 * `y` is 1 − x, from the caller, who can know it to more digits than the subtraction leaves.
 *
 * @see NIST Digital Library of Mathematical Functions, 8.17.22.
 */
export function incompleteBeta(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (y <= 0) return 1
  const logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * logOf(x, y) + b * logOf(y, x)
  const front = Math.exp(logFront)
  return x < (a + 1) / (a + b + 2)
    ? (front / a) * betaFraction(x, a, b)
    : 1 - (front / b) * betaFraction(y, b, a)
}

/** The logarithm of x, given its complement to 1, which holds the digits where x is near 1. */
function logOf(x: number, complement: number): number {
  return x > 0.5 ? Math.log1p(-complement) : Math.log(x)
}

function betaFraction(x: number, a: number, b: number): number {
  return continuedFraction(1, (k) => {
    const m = Math.floor(k / 2)
    const numerator =
      k % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    return [numerator, 1]
  })
}

/**
 * Returns the regularised upper incomplete gamma function Q(a, x), with all its digits where it is
 * small.
 *
 * @see NIST Digital Library of Mathematical Functions, 8.7.1 and 8.9.2.
 */
export function upperIncompleteGamma(a: number, x: number): number {
  if (x <= 0) return 1
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) return 1 - front * gammaSeries(a, x)
  return front * continuedFraction(x + 1 - a, (k) => [k * (a - k), x + 2 * k + 1 - a])
}

function gammaSeries(a: number, x: number): number {
  let [term, sum] = [1 / a, 1 / a]
  for (let k = 1; term > sum * precision; k++) {
    term *= x / (a + k)
    sum += term
  }
  return sum
}

/**
 * Returns 1 / (first + n₁ / (d₁ + n₂ / (d₂ + …))), by Lentz' method.
 *
 * `part(k)` gives the numerator and the denominator of level k, from 1.
 */
function continuedFraction(
  first: number,
  part: (level: number) => readonly [number, number],
): number {
  let [value, c, d] = [nonZero(first), nonZero(first), 0]
  for (let level = 1; level < mostLevels; level++) {
    const [numerator, denominator] = part(level)
    d = 1 / nonZero(denominator + numerator * d)
    c = nonZero(denominator + numerator / c)
    value *= c * d
    if (Math.abs(c * d - 1) <= precision) break
  }
  return 1 / value
}

function nonZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value
}
