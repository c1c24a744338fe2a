import type { RankTest } from './rankTests.ts'

/** Up to here shuffles are worth their time; above, the approximations are as good. */
const mostRunsToShuffle = 100

/** Up to here no approximation can be trusted far out, where a correction for many tests looks. */
const fewRuns = 20

/** Above this no correction could make an effect of it, so that the approximation will do. */
const hopeless = 0.2

/** Orders as extreme as the observed after which p is known well enough. */
const enoughHits = 100

const leastDraws = 4000
const mostDraws = 100_000

/** Numbers put into another order before the work lets others go on: about a millisecond. */
const numbersPerTurn = 20_000

export interface ShuffleOptions {
  /** How many tests are made together. */
  readonly tests: number
  readonly level: number
  readonly random: () => number
}

/**
 * Returns the p of a rank test, by shuffles where the approximation is not good enough: up to 100
 * runs, unless p is plainly large, or so small that no error of the approximation matters. An
 * exact p would take all orders, and there are 3.6 million of as few as ten runs.
 *
 * Shuffles end early where a hundred have been as extreme as the data; their number grows with the
 * number of tests, so that a correction for all of them leaves p room to be small. Yields now and
 * then, and yields nothing.
 *
 * @see Besag & Clifford (1991), Sequential Monte Carlo p-values; Phipson & Smyth (2010).
 */
export function* shuffledP(
  test: RankTest,
  options: ShuffleOptions,
): Generator<undefined, number, void> {
  const n = test.order.length
  if (!needsShuffles(test, options)) return test.p
  const draws = drawsFor(options)
  const order = test.order.slice()
  const observed = test.statistic(order.slice())
  // Sums of quotients come out a last digit apart in another order.
  const bar = observed - 1e-9 * Math.abs(observed)
  const turn = Math.floor(numbersPerTurn / n)
  let hits = 0
  for (let draw = 1; draw <= draws; draw++) {
    shuffleInPlace(order, options.random)
    if (test.statistic(order) >= bar) hits++
    if (hits === enoughHits) return hits / draw
    if (draw % turn === 0) yield undefined
  }
  return (hits + 1) / (draws + 1)
}

function needsShuffles({ kind, p, order }: RankTest, { tests, level }: ShuffleOptions): boolean {
  if (order.length > mostRunsToShuffle) return false
  // The approximation of xi is too careful where runs share a value of the parameter.
  if (p > hopeless && kind !== 'xi') return false
  return order.length <= fewRuns || p * tests > level / 20
}

function drawsFor({ tests, level }: ShuffleOptions): number {
  return Math.min(mostDraws, Math.max(leastDraws, Math.ceil((20 * tests) / level)))
}

function shuffleInPlace(values: Float64Array, random: () => number): void {
  for (let last = values.length - 1; last > 0; last--) {
    const i = Math.floor(random() * (last + 1))
    const held = values[i] ?? 0
    values[i] = values[last] ?? 0
    values[last] = held
  }
}
