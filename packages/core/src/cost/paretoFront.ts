import { checkGoal } from '../decide/objective.ts'
import { RunoffError } from '../errors.ts'
import type { Goal } from '../run/run.ts'

/** One of the things that points are compared by. */
export interface ParetoObjective {
  readonly goal: Goal
  /** How much two values may differ by chance, in the unit of the value. @default 0 */
  readonly noise?: number
}

/** The points that no other beats. All numbers are places in the points that were given. */
export interface ParetoFront {
  /** Best in the first objective first; what is equal in that, by the next; last by place. */
  readonly front: readonly number[]
  /** In the order of their places; `by` is the first point of the front that dominates it. */
  readonly dominated: readonly { readonly place: number; readonly by: number }[]
  /** In the order of their places. */
  readonly excluded: readonly { readonly place: number; readonly reason: 'missing' }[]
}

type Point = readonly (number | null)[]

/**
 * Returns the points that no other dominates.
 *
 * One point dominates another when it is better by more than the noise in every objective that has
 * noise, no worse in the others, and better in one. So a point that is cheaper and equal within
 * the noise dominates nothing: that it is equal is not known. Points that are equal are all kept.
 *
 * Whether one point dominates another depends on these two alone: another point may dominate them,
 * and never changes their order. Missing: a point without a finite value in every objective is
 * excluded.
 *
 * @throws {RunoffError} `bad-option` for no objectives, for a goal that is neither `min` nor
 * `max`, and for noise that is negative or no finite number.
 * @see Kung, Luccio & Preparata, On finding the maxima of a set of vectors, J. ACM 22 (1975).
 */
export function paretoFront(
  points: readonly Point[],
  objectives: readonly ParetoObjective[],
): ParetoFront {
  checkObjectives(objectives)
  const costs = points.map((point) => costsOf(point, objectives))
  const noises = objectives.map(({ noise = 0 }) => noise)
  const complete = places(costs, (cost) => cost !== null)
  const ordered = complete.toSorted((a, b) => compareCosts(costs[a], costs[b]) || a - b)
  const front: number[] = []
  const dominated: { place: number; by: number }[] = []
  // A dominating point is never behind in this order, and what dominates it dominates on.
  for (const place of ordered) {
    const by = front.find((other) => dominates(costs[other], costs[place], noises))
    if (by === undefined) front.push(place)
    else dominated.push({ place, by })
  }
  return {
    front,
    dominated: dominated.toSorted((a, b) => a.place - b.place),
    excluded: places(costs, (cost) => cost === null).map((place) => ({ place, reason: 'missing' })),
  }
}

type Costs = readonly number[] | null | undefined

/** The values with the lower end as the better one, or `null` where one of them is missing. */
function costsOf(point: Point, objectives: readonly ParetoObjective[]): readonly number[] | null {
  const costs = objectives.map(({ goal }, i) => (goal === 'min' ? 1 : -1) * (point[i] ?? NaN))
  return costs.every(Number.isFinite) ? costs : null
}

function places(costs: readonly Costs[], holds: (cost: Costs) => boolean): number[] {
  return Array.from(costs.keys()).filter((place) => holds(costs[place]))
}

function compareCosts(a: Costs, b: Costs): number {
  const differences = (a ?? []).map((cost, i) => cost - (b?.[i] ?? NaN))
  return differences.find((difference) => difference !== 0) ?? 0
}

function dominates(a: Costs, b: Costs, noises: readonly number[]): boolean {
  const gains = (a ?? []).map((cost, i) => (b?.[i] ?? NaN) - cost)
  return (
    gains.every((gain, i) => (noises[i] === 0 ? gain >= 0 : gain > (noises[i] ?? NaN))) &&
    gains.some((gain) => gain > 0)
  )
}

function checkObjectives(objectives: readonly ParetoObjective[]): void {
  for (const { goal } of objectives) checkGoal({ metric: '', goal })
  const noises = objectives.map(({ noise = 0 }) => noise)
  const isUsable = noises.every((noise) => Number.isFinite(noise) && noise >= 0)
  if (objectives.length > 0 && isUsable) return
  throw new RunoffError(
    'bad-option',
    'paretoFront needs at least one objective, each with a noise that is a finite number of at ' +
      `least 0, and got ${objectives.length} with the noises [${noises.join(', ')}]. ` +
      'Pass such as [{ goal: "min", noise: 0.01 }, { goal: "min" }].',
  )
}
