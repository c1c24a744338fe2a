import type { Goal } from '../run/run.ts'
import { undefinedFor, type Undefined } from '../stats/answer.ts'
import type { ParamColumn } from './paramColumns.ts'
import { gridOf } from './parzen.ts'
import { baseOf, bestPlaces, topImportance, type PedBase } from './pedAnova.ts'

/** From here on a tenth of the runs are the best ones: five of them, as Optuna advises. */
const runsForTenth = 50

/** From here on a quarter of the runs can be the best ones. */
const runsForQuarter = 20

/** Whether importances could be computed, and which share of runs counted as best. */
export type SharesAnswer =
  | { readonly kind: 'defined'; readonly quantile: number }
  | (Undefined & { readonly needed: number })

export interface ParamShares {
  readonly answer: SharesAnswer
  /** By parameter; one that is no more important than shuffled runs would make it is not in it. */
  readonly shares: ReadonlyMap<string, number>
}

export interface SharesOptions {
  readonly goal: Goal
  readonly permutations: number
  readonly level: number
  readonly random: () => number
}

/**
 * Returns each parameter's share of all importance, for those that stand out from chance.
 *
 * What chance gives is measured by choosing the best runs at random as often as `permutations`
 * says. A parameter stands out where the largest of all parameters is as large, each in its own
 * standard deviations, in no more than `level` of the draws: the chance of even one false share is
 * at most `level`. Yields the share that is done.
 *
 * @see Westfall & Young, Resampling-Based Multiple Testing (1993), for the largest of all.
 */
export function* sharesWork(
  columns: readonly ParamColumn[],
  target: ArrayLike<number>,
  options: SharesOptions,
): Generator<number, ParamShares, void> {
  const n = target.length
  if (n < runsForQuarter) {
    return {
      answer: { ...undefinedFor('too-few-runs'), needed: runsForQuarter },
      shares: new Map(),
    }
  }
  const quantile = n < runsForTenth ? 0.25 : 0.1
  const runs = Array.from(target, (_, run) => run)
  const bases: PedBase[] = []
  for (const column of columns) {
    bases.push(baseOf(gridOf(column), runs))
    yield 0
  }
  const top = bestPlaces(target, runs, { quantile, goal: options.goal })
  const observed = bases.map((base) => topImportance(base, top))
  const drawn = yield* drawnImportances(bases, top.length, options)
  const isAbove = aboveChance(observed, drawn, options.level)
  const total = observed.reduce((sum, value) => sum + value, 0)
  const shares = columns.flatMap(({ name }, i) =>
    isAbove[i] === true ? [[name, (observed[i] ?? 0) / total] as const] : [],
  )
  return { answer: { kind: 'defined', quantile }, shares: new Map(shares) }
}

/** Parameters at which the work lets others go on. */
const basesPerTurn = 50

/** Importances with best runs that were drawn at random; one list per draw. */
function* drawnImportances(
  bases: readonly PedBase[],
  count: number,
  { permutations, random }: SharesOptions,
): Generator<number, number[][], void> {
  const runs = Int32Array.from({ length: bases[0]?.runs ?? 0 }, (_, run) => run)
  const draws: number[][] = []
  for (let draw = 0; draw < permutations; draw++) {
    const top = drawFirst(runs, count, random)
    const importances: number[] = []
    for (const base of bases) {
      importances.push(topImportance(base, top))
      if (importances.length % basesPerTurn === 0) yield draw / permutations
    }
    draws.push(importances)
    yield (draw + 1) / permutations
  }
  return draws
}

/** Puts `count` runs that chance chooses first, in place, and returns them. */
function drawFirst(runs: Int32Array, count: number, random: () => number): Int32Array {
  for (let first = 0; first < count; first++) {
    const i = first + Math.floor(random() * (runs.length - first))
    const held = runs[i] ?? 0
    runs[i] = runs[first] ?? 0
    runs[first] = held
  }
  return runs.subarray(0, count)
}

/**
 * Whether each observed value is beyond what the largest of all would be by chance. The observed
 * count among the draws, which makes the level exact.
 */
function aboveChance(
  observed: readonly number[],
  drawn: readonly (readonly number[])[],
  level: number,
): boolean[] {
  const all = [observed, ...drawn]
  const scales = observed.map((_, i) => scaleOf(all.map((values) => values[i] ?? 0)))
  const scoresOf = (values: readonly number[]): number[] =>
    values.map((value, i) => {
      const { mean, deviation } = scales[i] ?? { mean: 0, deviation: 0 }
      // A parameter that no draw can change stands out from nothing.
      return deviation > 0 ? (value - mean) / deviation : -Infinity
    })
  const largest = drawn.map((values) =>
    scoresOf(values).reduce((a, b) => Math.max(a, b), -Infinity),
  )
  return scoresOf(observed).map((score) => {
    if (score === -Infinity) return false
    const asLarge = largest.filter((other) => other >= score).length
    return (asLarge + 1) / (drawn.length + 1) <= level
  })
}

function scaleOf(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, deviation: Math.sqrt(squares / values.length) }
}
