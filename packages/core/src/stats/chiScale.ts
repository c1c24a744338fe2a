/** How much of the distribution of an estimated spread lies near one multiple of the true one. */
export interface ScaleWeight {
  /** The estimated spread in true ones. */
  readonly scale: number
  /** The weights sum to 1. */
  readonly weight: number
}

/** Logarithms of weights below this are left out: e^-46 is 1e-20. */
const negligible = -46

/** An estimate on so many degrees of freedom is right to five digits, and its mean to ten. */
export const nearlyCertain = 1e10

/** How much faster than the logarithm the points move away for small spreads. */
const pull = 0.05

/**
 * Returns the distribution of an estimated standard deviation with `df` degrees of freedom as points
 * to sum over: the mean of f(s) is the sum of weight × f(scale), to some 9 digits for a smooth f.
 *
 * `finest` bounds the distance of the points in log s, for an f with narrow features.
 *
 * The points are equally far apart in an x with log s = x − pull (e^-x − 1), in which the density is
 * smooth and falls off fast on both sides, so that the plain trapezoid rule converges exponentially.
 *
 * @see Trefethen & Weideman (2014), The exponentially convergent trapezoidal rule.
 */
export function chiScale(df: number, finest = 0.065): readonly ScaleWeight[] {
  if (df > nearlyCertain) return [{ scale: 1, weight: 1 }]
  // The density is about 1 / √(2 df) wide.
  const step = Math.min(finest, 0.7 / Math.sqrt(2 * df))
  const points = [...side(df, -step).toReversed(), weightAt(0, df), ...side(df, step)]
  const total = points.reduce((sum, { weight }) => sum + weight, 0)
  return points.map(({ scale, weight }) => ({ scale, weight: weight / total }))
}

function side(df: number, step: number): ScaleWeight[] {
  const points: ScaleWeight[] = []
  for (let x = step; ; x += step) {
    const point = weightAt(x, df)
    // Not `<`, so that what is no number ends it too.
    if (!(point.weight >= Math.exp(negligible))) return points
    points.push(point)
  }
}

/** The density at x, in that at log s = 0. */
function weightAt(x: number, df: number): ScaleWeight {
  const logScale = x - pull * Math.expm1(-x)
  const stretch = 1 + pull * Math.exp(-x)
  const logDensity = df * (logScale - Math.expm1(2 * logScale) / 2)
  return { scale: Math.exp(logScale), weight: stretch * Math.exp(logDensity) }
}
