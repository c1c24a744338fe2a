import { undefinedFor, type Undefined } from './answer.ts'
import {
  mostArrangements,
  roundingSlack,
  type ArrangementOptions,
  type ArrangementTest,
} from './arrangements.ts'
import { checkDraws } from './checkOptions.ts'
import { twoSampleFault } from './checkSample.ts'
import { mean, sortedNumbers } from './moments.ts'
import { shuffle } from './permutations.ts'
import { seededRandom } from './random.ts'

/**
 * Returns the permutation test of two means: how often a random division of the same values into
 * two samples of these sizes differs at least as much. It assumes nothing of how values spread.
 *
 * All divisions are looked at up to 184 756, ten against ten; past that, random ones are drawn, and
 * the one at hand counts as one of them. With three values a side p is 0.1 at best, with four 0.029.
 *
 * Units: those of the values. Missing: `not-finite`, `too-few-values` for an empty side.
 *
 * @throws {RunoffError} `bad-option` for draws that are no whole number of at least 1.
 * @see Fisher (1935), The Design of Experiments; Phipson & Smyth (2010) for the drawn p.
 */
export function permutationTest(
  a: readonly number[],
  b: readonly number[],
  options: ArrangementOptions = {},
): ArrangementTest | Undefined {
  const { random = seededRandom(1), draws = 10_000 } = options
  checkDraws(draws)
  const fault = twoSampleFault(a, b, 1)
  if (fault !== null) return undefinedFor(fault)
  const fewer = a.length <= b.length ? a : b
  // Sorted, so that neither sums nor draws depend on the order given; from the middle, so that the
  // sum of one side alone says how far the means are apart.
  const pooled = sortedNumbers([...a, ...b])
  const center = mean(pooled)
  const terms = pooled.map((value) => value - center)
  const observed = Math.abs(sortedNumbers(fewer).reduce((sum, value) => sum + (value - center), 0))
  const atLeast = observed - roundingSlack(terms, pooled)
  // Values near the largest number there is have sums beyond it.
  const difference = mean(a) - mean(b)
  if (!Number.isFinite(atLeast + difference)) return undefinedFor('not-finite')
  const all = countDivisions(pooled.length, fewer.length)
  if (all > mostArrangements) {
    const p = (1 + countDrawn(terms, fewer.length, { atLeast, draws, random })) / (1 + draws)
    return { kind: 'defined', difference, p, arrangements: draws, isExact: false }
  }
  const p = countAll(terms, fewer.length, atLeast) / all
  return { kind: 'defined', difference, p, arrangements: all, isExact: true }
}

/** How many ways there are to choose some of all; stops counting once there are too many. */
function countDivisions(all: number, chosen: number): number {
  let count = 1
  for (let i = 1; i <= chosen && count <= mostArrangements; i++) count *= (all - chosen + i) / i
  return Math.round(count)
}

/** How many choices of `size` terms have a sum at least so far from 0. */
function countAll(terms: readonly number[], size: number, atLeast: number): number {
  let count = 0
  const choose = (from: number, left: number, sum: number): void => {
    if (left === 0) {
      if (Math.abs(sum) >= atLeast) count += 1
      return
    }
    for (let i = from; i <= terms.length - left; i++) choose(i + 1, left - 1, sum + (terms[i] ?? 0))
  }
  choose(0, size, 0)
  return count
}

interface DrawContext {
  readonly atLeast: number
  readonly draws: number
  readonly random: () => number
}

function countDrawn(
  terms: readonly number[],
  size: number,
  { atLeast, draws, random }: DrawContext,
): number {
  const shuffled = terms.slice()
  let count = 0
  for (let draw = 0; draw < draws; draw++) {
    shuffle(shuffled, random)
    let sum = 0
    for (let i = 0; i < size; i++) sum += shuffled[i] ?? 0
    if (Math.abs(sum) >= atLeast) count += 1
  }
  return count
}
