import { RunoffError } from '../errors.ts'
import { compareRunIds } from '../run/compareRunIds.ts'
import type { Objective, Run } from '../run/run.ts'
import { mean } from '../stats/moments.ts'
import type { RunScore } from './scoreRuns.ts'
import type { GroupEstimate, Verdict } from './verdict.ts'

/** What a policy has to choose from. */
export interface PolicyInput {
  /** Runs that are done and have a value, in the order of their ids, with their composite score. */
  readonly candidates: readonly RunScore[]
  readonly objective: Objective
  readonly verdict: Verdict
}

/** A policy's answer on one run. */
export interface PolicyScore {
  readonly run: Run
  /** The higher the better; runs of equal scores are tied. */
  readonly score: number
  /** Settles equal scores, place by place, the lower the better; without it they are a tie. */
  readonly tieBreak?: readonly number[]
}

/**
 * A rule by which one run is recommended. Runs it leaves out are not recommended; its function name
 * is the policy's name.
 */
export type Policy = (input: PolicyInput) => readonly PolicyScore[]

/** The rules that Runoff brings; `best-value` is another spelling of `bestValue`. */
export type PolicyName = 'composite' | 'bestValue' | 'best-value' | 'evidence'

/** 70 % the value beside the best one, 30 % the gap between evaluation and training. */
const composite: Policy = ({ candidates }) => candidates.map(({ run, score }) => ({ run, score }))

/** The value alone, from 100 for the best down; values that round to one score are no tie. */
const bestValue: Policy = ({ candidates, objective }) =>
  candidates.map(({ run, value, breakdown }) => ({
    run,
    score: breakdown.evalScore,
    tieBreak: [objective.goal === 'min' ? value.value : -value.value],
  }))

/**
 * What the evidence leaves open scores 0, what it rules out as many standard errors below; of the
 * former the cheapest configuration, then the best mean. Without an estimate of the noise nothing is
 * ruled out, and the verdict's own order decides.
 */
const evidence: Policy = ({ verdict, candidates }) => {
  if (verdict.evidence.noise === null) return inOrder(verdict)
  const { groups } = verdict.evidence
  const hours = groups.map((group) => (group.isContender ? hoursOf(group) : 0))
  const areKnown = !hours.includes(null)
  const scored = new Map(candidates.map((candidate) => [candidate.run, candidate]))
  return groups.flatMap((group, rank) =>
    group.runs
      .filter((run) => scored.has(run))
      .map((run, place) => ({
        run,
        score: group.isContender ? 0 : -(group.behindInNoise ?? 0),
        tieBreak: [areKnown ? (hours[rank] ?? 0) : 0, rank, place],
      })),
  )
}

/** One seed of each, or the seeds of one configuration. */
function inOrder(verdict: Verdict): readonly PolicyScore[] {
  if (verdict.kind !== 'unreplicated' && verdict.kind !== 'contenders') return []
  const runs = verdict.kind === 'unreplicated' ? verdict.ranking : verdict.runs
  return runs.map((run, place) => ({ run, score: 0, tieBreak: [place] }))
}

/** GPU hours of one seed of a configuration; `null` where they are not known of all. */
export function hoursOf({ runs }: GroupEstimate): number | null {
  const hours = runs.flatMap(({ gpuHours }) => gpuHours ?? [])
  if (hours.length < runs.length) return null
  return mean(hours)
}

/**
 * Returns a policy and its name.
 *
 * @throws {RunoffError} `bad-option` where it is neither a name of ours nor a function.
 */
export function readPolicy(given: PolicyName | Policy): {
  readonly name: string
  readonly policy: Policy
} {
  if (typeof given === 'function') return { name: given.name || 'custom', policy: given }
  switch (given) {
    case 'composite':
      return { name: given, policy: composite }
    case 'bestValue':
    case 'best-value':
      return { name: 'bestValue', policy: bestValue }
    case 'evidence':
      return { name: given, policy: evidence }
    default:
      throw new RunoffError(
        'bad-option',
        `policy is "composite", "bestValue", "evidence" or a function, and got ${String(given)}.`,
      )
  }
}

/** Scores this close, relative to the larger, are one: a sum depends on its order so far. */
const slack = 1e-9

/** The runs that a policy scored, best first, with those that share the first place. */
export interface Ranking {
  readonly scores: readonly PolicyScore[]
  /** Others with the score and the tie break of the first. */
  readonly tied: readonly Run[]
}

/**
 * Returns a policy's answers in order; equal ones by the ids of their runs.
 *
 * @throws {RunoffError} `bad-option` where the policy scored a run it was not given, or by no number.
 */
export function rankByPolicy(policy: Policy, input: PolicyInput): Ranking {
  const known = new Set(input.candidates.map(({ run }) => run))
  const given = policy(input)
  for (const { run, score } of given) {
    if (known.has(run) && Number.isFinite(score)) continue
    throw new RunoffError(
      'bad-option',
      'A policy returns { run, score } with runs that it was given and a finite number for each, ' +
        `and returned ${String(score)} for ${run === undefined ? 'no run' : `"${run.id}"`}.`,
    )
  }
  const top = Math.max(...given.map(({ score }) => score))
  const isTop = ({ score }: PolicyScore): boolean => top - score <= slack * Math.abs(top)
  const winners = given.filter(isTop).toSorted(compareTieBreaks)
  const [first] = winners
  const rest = given
    .filter((entry) => !isTop(entry))
    .toSorted((a, b) => b.score - a.score || compareTieBreaks(a, b))
  const tied = winners.filter((entry) => first !== undefined && breakTie(entry, first) === 0)
  return { scores: [...winners, ...rest], tied: tied.slice(1).map(({ run }) => run) }
}

function compareTieBreaks(a: PolicyScore, b: PolicyScore): number {
  return breakTie(a, b) || compareRunIds(a.run, b.run)
}

function breakTie(a: PolicyScore, b: PolicyScore): number {
  const [left, right] = [a.tieBreak ?? [], b.tieBreak ?? []]
  const place = left.findIndex((value, index) => value !== right[index])
  return place < 0 ? 0 : (left[place] ?? 0) - (right[place] ?? 0)
}
