import { RunoffError } from '../errors.ts'
import { compareRunIds } from '../run/compareRunIds.ts'
import type { Objective, Run } from '../run/run.ts'
import { varyingParams } from '../run/varyingParams.ts'
import { finish, type Work } from '../stats/work.ts'
import { claimFrom, claimNothing } from './claims.ts'
import { checkConditions, type ConditionsOf } from './conditions.ts'
import type { ConfigurationOf } from './configurations.ts'
import { contenders } from './contenders.ts'
import type { Estimate } from './estimate.ts'
import { groupsOf, unjudged } from './groupEstimates.ts'
import { samplesOf } from './samples.ts'
import type { Verdict, VerdictEvidence } from './verdict.ts'

export interface JudgeOptions {
  /**
   * How surely the true best is to be among the contenders, and so how rarely one of equals is
   * called a clear winner. @default 0.975
   */
  readonly level?: number
  /** The smallest difference that matters, in the metric's unit. @default one seed's spread */
  readonly minimumEffect?: number
  /** How often the same question was asked while seeds were added; each look costs. @default 1 */
  readonly looks?: number
  /** What must be equal for values to be comparable. @default dataset, evaluation set, tokenizer, … */
  readonly conditions?: ConditionsOf
  /** Which configuration a run belongs to. @default its group, or all that is known but the seed */
  readonly configuration?: ConfigurationOf
}

/**
 * Returns how sure it is which of the runs is best: a clear winner, one of several contenders,
 * unreplicated or not comparable.
 *
 * `estimates` holds what each run is judged by; a run without one is not judged. Nothing is claimed
 * from a value that is only a bound (`sampled`, `last-only`), nor for a winner that was evaluated
 * more often than those it beats. The order of the runs does not matter.
 *
 * @throws {RunoffError} `bad-option` for a level, a minimum effect or looks that cannot be.
 */
export function judgeRuns(
  estimates: ReadonlyMap<Run, Estimate>,
  objective: Objective,
  options: JudgeOptions = {},
): Verdict {
  return finish(judgeWork(estimates, objective, options))
}

/** The same in steps of some milliseconds for thousands of runs. */
export function* judgeWork(
  estimates: ReadonlyMap<Run, Estimate>,
  objective: Objective,
  options: JudgeOptions = {},
): Work<Verdict> {
  const { looks = 1, minimumEffect } = options
  checkOptions(options)
  const level = 1 - (1 - (options.level ?? 0.975)) / looks
  const runs = [...estimates.keys()].toSorted(compareRunIds)
  const varying = varyingParams(runs)
  yield 0.2
  const samples = samplesOf(runs, estimates, {
    objective,
    configurations: { configurationOf: options.configuration, varying },
  })
  yield 0.5
  const found = contenders(
    samples.map(({ values }) => values),
    objective.goal,
    { level },
  )
  yield 0.7
  const known = found.kind === 'defined' ? found : null
  const minimum = minimumEffect ?? known?.noise.sd ?? null
  const groups = groupsOf(samples, known, { objective, minimum })
  const { conflicts, unknown } = checkConditions(runs, {
    conditionsOf: options.conditions,
    varying,
  })
  const evidence: VerdictEvidence = {
    groups,
    noise: known?.noise ?? null,
    method: known?.method ?? 'none',
    level,
    looks,
    minimumEffect: minimum,
    unknownConditions: unknown,
  }
  yield 0.9
  const reasons = runs.length === 0 ? noRuns : conflicts
  if (reasons.length > 0) return { kind: 'not-comparable', reasons, evidence: unjudged(evidence) }
  const context = { objective, estimates }
  return known === null ? claimNothing(evidence, context) : claimFrom(evidence, known, context)
}

const noRuns = [{ field: 'runs', values: [0] }] as const

function checkOptions({ level, minimumEffect, looks }: JudgeOptions): void {
  if (level !== undefined && !(level > 0 && level < 1)) {
    throw new RunoffError('bad-option', `level must lie between 0 and 1, and is ${level}.`)
  }
  if (minimumEffect !== undefined && !(minimumEffect >= 0 && minimumEffect < Infinity)) {
    throw new RunoffError(
      'bad-option',
      `minimumEffect is a difference in the metric's unit, 0 or more, and is ${minimumEffect}.`,
    )
  }
  if (looks !== undefined && !(Number.isInteger(looks) && looks >= 1)) {
    throw new RunoffError('bad-option', `looks must be a whole number from 1, and is ${looks}.`)
  }
}
