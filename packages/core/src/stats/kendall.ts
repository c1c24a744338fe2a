import { undefinedFor, type Undefined } from './answer.ts'
import { isConstant, pairFault } from './checkSample.ts'
import { normalUpperP } from './normal.ts'
import { tieSizes } from './ranks.ts'

export interface KendallResult {
  readonly kind: 'defined'
  /** tau-b, from -1, all pairs turned round, to 1, all pairs in the same order. */
  readonly tau: number
  /** Two-sided. */
  readonly p: number
  /** How many points. */
  readonly n: number
  /** `exact` without ties, up to 33 points or for a nearly perfect order; else `normal`. */
  readonly method: 'exact' | 'normal'
  /**
   * Where tau lies with 95 %, by Fisher's z. A perfect order counts as half a pair short of it, for
   * else a handful of points would be certain; below five points it is from -1 to 1.
   */
  readonly interval: readonly [number, number]
}

/**
 * Returns Kendall's tau-b: how far two columns put the same things in the same order.
 *
 * Missing: `unequal-lengths`, `not-finite`, `too-few-values` below two points, `no-variance` where
 * all values on a side are equal.
 *
 * @see Kendall (1970), Rank Correlation Methods; the interval: Fieller, Hartley & Pearson (1957).
 */
export function kendall(x: readonly number[], y: readonly number[]): KendallResult | Undefined {
  const fault = pairFault(x, y, 2)
  if (fault !== null) return undefinedFor(fault)
  if (isConstant(x) || isConstant(y)) return undefinedFor('no-variance')
  const n = x.length
  const pairs = (n * (n - 1)) / 2
  const counts = countPairs(x, y)
  const [xTies, yTies] = [tieSums(x), tieSums(y)]
  const score = counts.concordant - counts.discordant
  const tau = score / Math.sqrt((pairs - xTies.pairs) * (pairs - yTies.pairs))
  const fewer = Math.min(counts.concordant, counts.discordant)
  const isExact = xTies.pairs === 0 && yTies.pairs === 0 && (n <= 33 || fewer <= 1)
  const p = isExact ? exactP(n, fewer) : normalP(score, { n, x: xTies, y: yTies })
  const method = isExact ? 'exact' : 'normal'
  return { kind: 'defined', tau, p, n, method, interval: fisherInterval(tau, n) }
}

function countPairs(
  x: readonly number[],
  y: readonly number[],
): { readonly concordant: number; readonly discordant: number } {
  let [concordant, discordant] = [0, 0]
  for (let i = 1; i < x.length; i++) {
    const [xi, yi] = [x[i] ?? 0, y[i] ?? 0]
    for (let j = 0; j < i; j++) {
      // The signs, not the product of the differences, which can underflow to 0.
      const sign = compare(xi, x[j] ?? 0) * compare(yi, y[j] ?? 0)
      if (sign > 0) concordant += 1
      if (sign < 0) discordant += 1
    }
  }
  return { concordant, discordant }
}

function compare(a: number, b: number): number {
  return Number(a > b) - Number(a < b)
}

interface TieSums {
  /** Σ t(t − 1) / 2 over the sizes t of ties. */
  readonly pairs: number
  /** Σ t(t − 1)(t − 2). */
  readonly triples: number
  /** Σ t(t − 1)(2t + 5). */
  readonly spread: number
}

function tieSums(values: readonly number[]): TieSums {
  const sums = { pairs: 0, triples: 0, spread: 0 }
  for (const t of tieSizes(values)) {
    sums.pairs += (t * (t - 1)) / 2
    sums.triples += t * (t - 1) * (t - 2)
    sums.spread += t * (t - 1) * (2 * t + 5)
  }
  return sums
}

/** Twice the share of orders of `n` with at most `fewer` pairs turned round. */
function exactP(n: number, fewer: number): number {
  if (4 * fewer === n * (n - 1)) return 1
  // shares[i]: of the orders of the first `size` things, those with i pairs turned round.
  let shares = [1, ...Array<number>(fewer).fill(0)]
  for (let size = 2; size <= n; size++) {
    let window = 0
    shares = shares.map((share, i) => {
      window += share - (i >= size ? (shares[i - size] ?? 0) : 0)
      return window / size
    })
  }
  return Math.min(1, 2 * shares.reduce((total, share) => total + share, 0))
}

interface NormalContext {
  readonly n: number
  readonly x: TieSums
  readonly y: TieSums
}

function normalP(score: number, { n, x, y }: NormalContext): number {
  const m = n * (n - 1)
  const variance =
    (m * (2 * n + 5) - x.spread - y.spread) / 18 +
    (2 * x.pairs * y.pairs) / m +
    (x.triples * y.triples) / (9 * m * (n - 2))
  return Math.min(1, 2 * normalUpperP(Math.abs(score) / Math.sqrt(variance)))
}

/** Half the width of a 95 % interval in standard errors: scipy.stats.norm.ppf(.975). */
const z95 = 1.959963984540054

function fisherInterval(tau: number, n: number): readonly [number, number] {
  if (n < 5) return [-1, 1]
  const perfect = 1 - 2 / (n * (n - 1))
  const center = Math.atanh(Math.min(perfect, Math.max(-perfect, tau)))
  const reach = z95 * Math.sqrt(0.437 / (n - 4))
  return [Math.min(tau, Math.tanh(center - reach)), Math.max(tau, Math.tanh(center + reach))]
}
