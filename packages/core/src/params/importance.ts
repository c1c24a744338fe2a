import { finish, scaled } from '../stats/work.ts'
import { checkGoal, defaultObjective, objectiveValue } from '../decide/objective.ts'
import { RunoffError } from '../errors.ts'
import { compareRunIds } from '../run/compareRunIds.ts'
import type { Objective, Run } from '../run/run.ts'
import { undefinedFor, type Undefined, type UndefinedReason } from '../stats/answer.ts'
import { seededRandom } from '../stats/random.ts'
import { collinearWork } from './collinear.ts'
import { objectiveColumn, paramColumn, varyingNames, type ParamColumn } from './paramColumns.ts'
import { effectsWork, type TestedParam } from './paramEffects.ts'
import { sharesWork, type SharesAnswer } from './paramShares.ts'

/** Fewer completed runs than this say nothing of a parameter: chance correlations are too strong. */
export const runsForImportance = 10

export interface ImportanceOptions {
  /** @default the lowest `eval/loss` */
  readonly objective?: Objective
  /** The parameters to look at. @default all but seeds, paths and names of runs */
  readonly names?: readonly string[]
  /** Uniform numbers in [0, 1). @default a generator with a fixed seed, so that answers repeat */
  readonly random?: () => number
  /** How many random draws importances are set against. @default 200 */
  readonly permutations?: number
  /** The chance of even one false finding among all parameters. @default 0.05 */
  readonly level?: number
}

/** What was seen of one parameter. Observational: it was varied along with others. */
export interface ParamEffect extends TestedParam {
  /**
   * Its share of the importance of all parameters, where that is beyond what chance gives and one
   * of its tests finds an effect; else `null`.
   */
  readonly share: number | null
  /** The other parameters that were varied together with it. */
  readonly together: readonly string[]
}

export type Importance =
  | (Undefined & {
      /** Completed runs that have a value. */
      readonly runs: number
      readonly needed: number
    })
  | {
      readonly kind: 'defined'
      readonly objective: Objective
      /** Completed runs that have a value. */
      readonly runs: number
      /** The strongest evidence first; names settle ties. */
      readonly params: readonly ParamEffect[]
      /** Parameters that were varied together, so that their effects cannot be told apart. */
      readonly groups: readonly (readonly string[])[]
      /** Whether importances could be computed. */
      readonly shares: SharesAnswer
    }

/**
 * Returns which parameters the objective was seen to depend on, and which it was not.
 *
 * Completed runs with a value count. Numbers get Spearman's correlation and Chatterjee's xi,
 * categories the Kruskal–Wallis test; all p values are corrected by Holm together, so that on pure
 * noise the chance of any finding is at most `level`. Shares come from PED-ANOVA, set against random
 * draws. `none-detected` means what it says, and never that a parameter does not matter. The order
 * of the runs does not matter.
 *
 * Missing: `too-few-runs` below ten runs, `no-variance` where all reached the same value,
 * `no-params` where no parameter differs. A parameter that fewer than ten runs have is `untested`.
 *
 * @throws {RunoffError} `bad-option` for a goal, a level or a number of permutations that is none.
 * @see Spearman (1904); Chatterjee (2021); Kruskal & Wallis (1952); Holm (1979); Watanabe, Bansal &
 * Hutter, PED-ANOVA (IJCAI 2023).
 */
export function importance(runs: readonly Run[], options: ImportanceOptions = {}): Importance {
  return finish(importanceWork(runs, options))
}

/**
 * The same in small turns of work, after each of which it yields the share that is done, 0 to 1.
 *
 * @throws {RunoffError} `bad-option` as `importance` does, at once and not with the first turn.
 */
export function importanceWork(
  runs: readonly Run[],
  options: ImportanceOptions = {},
): Generator<number, Importance, void> {
  const { objective = defaultObjective, random = seededRandom(1), names } = options
  const { permutations = 200, level = 0.05 } = options
  checkGoal(objective)
  checkOptions(permutations, level)
  return turnsOf(runs, names, { objective, random, permutations, level })
}

function* turnsOf(
  runs: readonly Run[],
  names: readonly string[] | undefined,
  options: Required<Omit<ImportanceOptions, 'names'>>,
): Generator<number, Importance, void> {
  const { objective } = options
  const used = runs
    .filter((run) => run.status === 'completed' && objectiveValue(run, objective) !== null)
    .toSorted(compareRunIds)
  yield 0
  if (used.length < runsForImportance) return noAnswer('too-few-runs', used)
  const target = objectiveColumn(used, objective)
  if (target.every((value) => value === target[0])) return noAnswer('no-variance', used)
  const columns = yield* scaled(columnsWork(used, names), [0, 0.2])
  if (columns.length === 0) return noAnswer('no-params', used)
  const needed = runsForImportance
  const tested = yield* scaled(effectsWork(columns, target, { ...options, needed }), [0.2, 0.5])
  const groups = yield* scaled(collinearWork(columns), [0.5, 0.6])
  const settings = { ...options, goal: objective.goal }
  const { answer, shares } = yield* scaled(sharesWork(columns, target, settings), [0.6, 1])
  const params = tested.map((param) => ({
    ...param,
    share: isFound(param) ? (shares.get(param.name) ?? null) : null,
    together: togetherWith(param.name, groups),
  }))
  return { kind: 'defined', objective, runs: used.length, params, groups, shares: answer }
}

function noAnswer(reason: UndefinedReason, used: readonly Run[]): Importance {
  return { ...undefinedFor(reason), runs: used.length, needed: runsForImportance }
}

function* columnsWork(
  runs: readonly Run[],
  names: readonly string[] | undefined,
): Generator<number, ParamColumn[], void> {
  const varying = varyingNames(runs, names)
  yield 0
  const columns: ParamColumn[] = []
  for (const [i, name] of varying.entries()) {
    const column = paramColumn(runs, name)
    if (column !== null) columns.push(column)
    yield (i + 1) / varying.length
  }
  return columns
}

function isFound({ effect }: TestedParam): boolean {
  return effect !== 'none-detected' && effect !== 'untested'
}

function togetherWith(name: string, groups: readonly (readonly string[])[]): readonly string[] {
  const group = groups.find((names) => names.includes(name)) ?? []
  return group.filter((other) => other !== name)
}

function checkOptions(permutations: number, level: number): void {
  if (!Number.isInteger(permutations) || permutations < 1) {
    throw new RunoffError(
      'bad-option',
      `importance needs a whole number of permutations of at least 1, and got ${permutations}. ` +
        'Pass how often the best runs are drawn at random, such as { permutations: 200 }.',
    )
  }
  if (level > 0 && level < 1) return
  throw new RunoffError(
    'bad-option',
    `importance needs a level between 0 and 1, and got ${level}. ` +
      'Pass the chance of a false finding, such as { level: 0.05 }.',
  )
}
