import type { Goal } from '../run/run.ts'
import { undefinedFor, type Undefined } from '../stats/answer.ts'
import { RunoffError } from '../errors.ts'
import type { ParamColumn } from './paramColumns.ts'
import { gridDensity, gridOf, pearsonDivergence, type ParamGrid } from './parzen.ts'

export interface PedAnovaOptions {
  /** The share of runs, from the best, whose parameters are set against all, between 0 and 1. @default 0.1 */
  readonly quantile?: number
  /** @default 'min' */
  readonly goal?: Goal
}

export interface PedAnova {
  readonly kind: 'defined'
  /** By column: how far the best runs' values are from all runs'; no unit. */
  readonly importances: readonly number[]
  /** The importances as shares of their sum; all 0 where the best runs differ in nothing. */
  readonly shares: readonly number[]
  /** The share of runs that counted as best, which ties make larger than was asked for. */
  readonly quantile: number
}

/**
 * Returns how differently the best runs were set up, parameter by parameter.
 *
 * Shape: one number per column. Missing: runs whose target is not finite are left out; a run that
 * lacks a parameter says nothing of it, and makes its importance smaller. Fewer than two runs are
 * `too-few-runs`. The shares sum to 1 even on pure noise: `importance` sets them against that.
 *
 * @throws {RunoffError} `bad-option` when `quantile` is not between 0 and 1, or when a column and
 * the target differ in length.
 * @see Watanabe, Bansal & Hutter, PED-ANOVA: Efficiently Quantifying Hyperparameter Importance in
 * Arbitrary Subspaces (IJCAI 2023); Optuna's `PedAnovaImportanceEvaluator`, which this equals.
 */
export function pedAnova(
  columns: readonly ParamColumn[],
  target: ArrayLike<number>,
  options: PedAnovaOptions = {},
): PedAnova | Undefined {
  const { quantile = 0.1, goal = 'min' } = options
  checkQuantile(quantile)
  checkLengths(columns, target)
  const runs = Array.from(target, (_, run) => run).filter((run) => Number.isFinite(target[run]))
  if (runs.length < 2) return undefinedFor('too-few-runs')
  const top = bestPlaces(target, runs, { quantile, goal })
  const importances = columns
    .map((column) => baseOf(gridOf(column), runs))
    .map((base) => topImportance(base, top))
  const total = importances.reduce((sum, value) => sum + value, 0)
  return {
    kind: 'defined',
    importances,
    shares: importances.map((value) => (total > 0 ? value / total : 0)),
    quantile: top.length / runs.length,
  }
}

/** One parameter over all runs, ready to be set against any choice of best runs. */
export interface PedBase {
  readonly grid: ParamGrid
  readonly density: Float64Array
  /** How many runs there are. */
  readonly runs: number
  /** How many of them have the parameter. */
  readonly present: number
}

/** Returns what does not depend on which runs are best. */
export function baseOf(grid: ParamGrid, runs: readonly number[]): PedBase {
  const counts = countsOf(grid, runs)
  const present = counts.reduce((sum, count) => sum + count, 0)
  return { grid, density: gridDensity(counts, grid.isOrdered), runs: runs.length, present }
}

/**
 * Returns the importance of one parameter for being among the runs at the places `top`.
 *
 * @see Conditional PED-ANOVA (arXiv 2601.20800), theorem 4.2, for runs that lack the parameter.
 */
export function topImportance(base: PedBase, top: ArrayLike<number>): number {
  const counts = countsOf(base.grid, top)
  const present = counts.reduce((sum, count) => sum + count, 0)
  if (present === 0) return 0
  const density = gridDensity(counts, base.grid.isOrdered)
  const quantile = top.length / base.runs
  const weight = (present / top.length) ** 2 / (base.present / base.runs)
  return quantile ** 2 * weight * pearsonDivergence(density, base.density)
}

/** Returns the runs whose target is at least as good as the quantile, in the order of `runs`. */
export function bestPlaces(
  target: ArrayLike<number>,
  runs: readonly number[],
  { quantile, goal }: Required<PedAnovaOptions>,
): number[] {
  const sign = goal === 'min' ? 1 : -1
  const losses = runs.map((run) => sign * (target[run] ?? NaN))
  const sorted = losses.toSorted((a, b) => a - b)
  const cutoff = sorted[Math.ceil(quantile * runs.length) - 1] ?? NaN
  return runs.filter((_, i) => (losses[i] ?? NaN) <= cutoff)
}

function countsOf({ size, places }: ParamGrid, runs: ArrayLike<number>): Float64Array {
  const counts = new Float64Array(size)
  for (let i = 0; i < runs.length; i++) {
    const place = places[runs[i] ?? -1] ?? -1
    if (place >= 0) counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}

function checkQuantile(quantile: number): void {
  if (quantile > 0 && quantile < 1) return
  throw new RunoffError(
    'bad-option',
    `pedAnova needs a quantile between 0 and 1, and got ${quantile}. ` +
      'Pass the share of runs that count as best, such as { quantile: 0.1 }.',
  )
}

function checkLengths(columns: readonly ParamColumn[], target: ArrayLike<number>): void {
  const odd = columns.find((column) => column.values.length !== target.length)
  if (odd === undefined) return
  throw new RunoffError(
    'bad-option',
    `pedAnova needs one target value per run, and got ${target.length} for the ` +
      `${odd.values.length} runs of "${odd.name}". Make both from the same list of runs.`,
  )
}
