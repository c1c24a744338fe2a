import { undefinedFor, type Undefined } from './answer.ts'
import {
  mostArrangements,
  roundingSlack,
  type ArrangementOptions,
  type ArrangementTest,
} from './arrangements.ts'
import { checkDraws } from './checkOptions.ts'
import { pairFault } from './checkSample.ts'
import { mean, sortedNumbers } from './moments.ts'
import { seededRandom } from './random.ts'

/**
 * Returns the sign-flip test of pairs: how often the mean difference is at least as large where
 * chance decides in each pair which value is whose. It assumes nothing of how differences spread.
 *
 * All flips are looked at up to seventeen pairs; past that, random ones are drawn, and the one at
 * hand counts as one of them. With five pairs p is 0.0625 at best, with six 0.031.
 *
 * Units: those of the values. Missing: `unequal-lengths`, `not-finite`, `too-few-values` without a
 * pair.
 *
 * @throws {RunoffError} `bad-option` for draws that are no whole number of at least 1.
 * @see Fisher (1935), The Design of Experiments; Phipson & Smyth (2010) for the drawn p.
 */
export function signFlipTest(
  a: readonly number[],
  b: readonly number[],
  options: ArrangementOptions = {},
): ArrangementTest | Undefined {
  const { random = seededRandom(1), draws = 10_000 } = options
  checkDraws(draws)
  const fault = pairFault(a, b, 1)
  if (fault !== null) return undefinedFor(fault)
  const differences = sortedNumbers(a.map((value, i) => value - (b[i] ?? NaN)))
  const observed = Math.abs(differences.reduce((sum, value) => sum + value, 0))
  const atLeast = observed - roundingSlack(differences, [...a, ...b])
  // Values near the largest number there is have sums beyond it.
  if (!Number.isFinite(atLeast)) return undefinedFor('not-finite')
  const all = 2 ** differences.length
  const difference = mean(differences)
  if (all > mostArrangements) {
    const p = (1 + countDrawn(differences, { atLeast, draws, random })) / (1 + draws)
    return { kind: 'defined', difference, p, arrangements: draws, isExact: false }
  }
  const p = countAll(differences, atLeast) / all
  return { kind: 'defined', difference, p, arrangements: all, isExact: true }
}

function countAll(differences: readonly number[], atLeast: number): number {
  const count = (place: number, sum: number): number => {
    const value = differences[place]
    if (value === undefined) return Number(Math.abs(sum) >= atLeast)
    return count(place + 1, sum + value) + count(place + 1, sum - value)
  }
  return count(0, 0)
}

interface DrawContext {
  readonly atLeast: number
  readonly draws: number
  readonly random: () => number
}

function countDrawn(
  differences: readonly number[],
  { atLeast, draws, random }: DrawContext,
): number {
  let count = 0
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0
    for (const value of differences) sum += random() < 0.5 ? value : -value
    if (Math.abs(sum) >= atLeast) count += 1
  }
  return count
}
