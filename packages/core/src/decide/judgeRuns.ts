import { RunoffError } from '../errors.ts'
import { expectedMaximum } from '../stats/expectedMaximum.ts'
import { mean } from '../stats/moments.ts'
import { finish, type Work } from '../stats/work.ts'
import { seedsNeeded } from '../stats/power.ts'
import { compareRunIds } from '../run/compareRunIds.ts'
import type { Basis, Objective, Run } from '../run/run.ts'
import { varyingParams } from '../run/varyingParams.ts'
import { checkConditions, type ConditionsOf } from './conditions.ts'
import {
  configurationsOf,
  type Configuration,
  type ConfigurationOf,
  type ConfigurationsOptions,
} from './configurations.ts'
import { contenders, simultaneousReach, type Contenders } from './contenders.ts'
import { severityInNoise } from './deltaFromBest.ts'
import { evaluationRates, isLuckier, type Estimate } from './estimate.ts'
import { isBetter } from './objective.ts'
import { hoursOf } from './policies.ts'
import type { GroupEstimate, Verdict, VerdictEvidence } from './verdict.ts'

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
  /** What must be equal for values to be comparable. @default see `findConflicts` */
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
  if (known !== null) return fromContenders(evidence, known, { objective, estimates })
  return fromFewSeeds(evidence, objective, estimates)
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

/** A configuration with one value for each seed. */
interface Sample {
  readonly configuration: Configuration
  readonly values: readonly number[]
  /** The best first. */
  readonly runs: readonly Run[]
  readonly basis: Basis
}

function samplesOf(
  runs: readonly Run[],
  estimates: ReadonlyMap<Run, Estimate>,
  options: {
    readonly objective: Objective
    readonly configurations: ConfigurationsOptions
  },
): readonly Sample[] {
  const valueOf = (run: Run): number => estimates.get(run)?.value ?? NaN
  return configurationsOf(runs, options.configurations).map((configuration) => ({
    configuration,
    values: configuration.replicates
      .map((same) => mean(same.map(valueOf)))
      .toSorted((a, b) => a - b),
    runs: configuration.runs.toSorted(
      (a, b) => compareValues(valueOf(a), valueOf(b), options.objective) || compareRunIds(a, b),
    ),
    basis: weakest(configuration.runs.map((run) => estimates.get(run)?.basis ?? 'summary')),
  }))
}

function compareValues(a: number, b: number, objective: Objective): number {
  if (isBetter(a, b, objective)) return -1
  return isBetter(b, a, objective) ? 1 : 0
}

const fromWeakest: readonly Basis[] = ['last-only', 'sampled', 'summary']

function weakest(bases: readonly Basis[]): Basis {
  return fromWeakest.find((basis) => bases.includes(basis)) ?? 'full'
}

function groupsOf(
  samples: readonly Sample[],
  known: Contenders | null,
  context: { readonly objective: Objective; readonly minimum: number | null },
): readonly GroupEstimate[] {
  const means = samples.map(({ values }) => mean(values))
  const best = means.reduce(
    (held, value) => (isBetter(value, held, context.objective) ? value : held),
    means[0] ?? NaN,
  )
  return samples
    .map((sample, place): GroupEstimate => {
      const judged = known?.groups[place] ?? null
      const center = judged?.mean ?? means[place] ?? NaN
      const behind = judged?.behind ?? Math.abs(center - best)
      const isContender = judged?.isContender ?? true
      return {
        key: sample.configuration.key,
        name: sample.configuration.name,
        runs: sample.runs,
        n: sample.values.length,
        values: sample.values,
        mean: center + 0,
        sd: judged?.sd ?? null,
        basis: sample.basis,
        behind,
        behindError: judged?.standardError ?? null,
        behindDf: judged?.df ?? null,
        behindInNoise: judged?.behindInNoise ?? null,
        isContender,
        severity: severityInNoise(behind, {
          isContender,
          minimumEffect: context.minimum ?? Infinity,
        }),
      }
    })
    .toSorted((a, b) => compareGroups(a, b, context.objective))
}

function compareGroups(a: GroupEstimate, b: GroupEstimate, objective: Objective): number {
  const [first, second] = [a.runs[0], b.runs[0]]
  const byMean = compareValues(a.mean, b.mean, objective)
  return byMean || (first && second ? compareRunIds(first, second) : 0)
}

/** What cannot be compared has no order: the groups stay, without standing to each other. */
function unjudged(evidence: VerdictEvidence): VerdictEvidence {
  return {
    ...evidence,
    groups: evidence.groups.map((group) => ({
      ...group,
      behindError: null,
      behindDf: null,
      behindInNoise: null,
      isContender: false,
      severity: 'none',
    })),
    noise: null,
    method: 'none',
  }
}

interface ClaimContext {
  readonly objective: Objective
  readonly estimates: ReadonlyMap<Run, Estimate>
}

function fromContenders(
  evidence: VerdictEvidence,
  known: Contenders,
  context: ClaimContext,
): Verdict {
  const heldBack = holdBack(evidence.groups, context)
  const groups = heldBack.groups
  const [best, runnerUp] = groups
  const rivals = groups.filter(({ isContender }) => isContender)
  const judged = { ...evidence, groups }
  if (best === undefined || runnerUp === undefined || rivals.length > 1) {
    return contendersVerdict(judged, heldBack.by)
  }
  const { behind, behindInNoise, behindError, behindDf } = runnerUp
  const reach =
    simultaneousReach(groups.length, behindDf ?? known.noise.df, known.level) * (behindError ?? 0)
  return {
    kind: 'clear-winner',
    run: best.runs[0] as Run,
    group: best,
    runnerUp,
    difference: behind,
    marginInNoise: behindInNoise ?? 0,
    interval: [behind - reach, behind + reach],
    looks: judged.looks,
    evidence: judged,
  }
}

interface HeldBack {
  readonly groups: readonly GroupEstimate[]
  readonly by: 'bound' | 'evaluations' | null
}

/** Returns the groups with those back among the contenders that the values cannot rule out. */
function holdBack(groups: readonly GroupEstimate[], context: ClaimContext): HeldBack {
  const [best, ...rest] = groups
  if (best === undefined) return { groups, by: null }
  const rates = evaluationRates([...context.estimates.keys()], context.objective)
  const isBound = (group: GroupEstimate): boolean => isBoundBasis(group.basis)
  const isLucky = (group: GroupEstimate): boolean =>
    !isSmoothed(best, context) && isLuckier(rateOf(best, rates), rateOf(group, rates))
  const readmit = (group: GroupEstimate): GroupEstimate => ({
    ...group,
    isContender: true,
    severity: 'none',
  })
  const isOpen = (group: GroupEstimate, place: number): boolean =>
    isBound(group) || isLucky(group) || (place === 0 && isBound(best))
  const next = rest.map((group, place) => (isOpen(group, place) ? readmit(group) : group))
  const wasClear = rest.every(({ isContender }) => !isContender)
  const isHeld = wasClear && next.some(({ isContender }) => isContender)
  const by = isBound(best) || rest.some(isBound) ? 'bound' : 'evaluations'
  return { groups: [best, ...next], by: isHeld ? by : null }
}

/** The best of a sample may not be the best there was. */
function isBoundBasis(basis: Basis): boolean {
  return basis === 'sampled' || basis === 'last-only'
}

/** Smoothed estimates are of series thinned to the same evaluations. */
function isSmoothed(group: GroupEstimate, { estimates }: ClaimContext): boolean {
  return group.runs.every((run) => estimates.get(run)?.method === 'smoothed')
}

function rateOf(group: GroupEstimate, rates: ReadonlyMap<Run, number>): number | undefined {
  const known = group.runs.flatMap((run) => rates.get(run) ?? [])
  return known.length === 0 ? undefined : mean(known)
}

function contendersVerdict(
  evidence: VerdictEvidence,
  heldBackBy: 'bound' | 'evaluations' | null,
): Verdict {
  const contending = evidence.groups.filter(({ isContender }) => isContender)
  const hours = new Map(contending.map((group) => [group, hoursOf(group)]))
  const allKnown = contending.every((group) => hours.get(group) !== null)
  const ordered = allKnown
    ? contending.toSorted((a, b) => (hours.get(a) ?? 0) - (hours.get(b) ?? 0))
    : contending
  const runs = ordered.flatMap((group) => group.runs[0] ?? [])
  return {
    kind: 'contenders',
    runs,
    cheapest: allKnown && contending.length > 1 ? (runs[0] ?? null) : null,
    seedsNeeded: seedsToTell(evidence),
    heldBackBy,
    evidence,
  }
}

/** More seeds than this nobody runs, and the difference does not matter. */
const mostSeeds = 1000

function seedsToTell({ groups, noise }: VerdictEvidence): number | null {
  const rival = groups.slice(1).find(({ isContender }) => isContender)
  if (rival === undefined || noise === null || rival.behind === 0) return null
  const needed = seedsNeeded(rival.behind / noise.sd)
  return needed.kind === 'defined' && needed.n <= mostSeeds ? needed.n : null
}

/** Without noise to measure against: seeds of one configuration, or one seed of each. */
function fromFewSeeds(
  evidence: VerdictEvidence,
  objective: Objective,
  estimates: ReadonlyMap<Run, Estimate>,
): Verdict {
  const [only] = evidence.groups
  if (evidence.groups.length === 1 && only !== undefined && only.n > 1) {
    return {
      kind: 'contenders',
      runs: only.runs,
      cheapest: null,
      seedsNeeded: null,
      heldBackBy: null,
      evidence,
    }
  }
  const valueOf = (run: Run): number => estimates.get(run)?.value ?? NaN
  const ranking = [...estimates.keys()].toSorted(
    (a, b) => compareValues(valueOf(a), valueOf(b), objective) || compareRunIds(a, b),
  )
  const optimism = evidence.groups.length > 1 ? expectedMaximum(evidence.groups.length) : null
  return { kind: 'unreplicated', ranking, optimismOfTop: optimism, advice: 'add-seeds', evidence }
}
