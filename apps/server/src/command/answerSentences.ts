import type {
  ClearWinner,
  ContendersVerdict,
  NotComparable,
  Recommendation,
  Run,
} from '@runoff/core'
import { counted } from './noticeTexts.ts'
import { metricText } from './numberText.ts'
import { plainName } from './terminal.ts'

const mostNamed = 4

/** Returns a recommendation in plain sentences: the answer first, then what limits it. */
export function answerSentences(
  recommendation: Recommendation,
  runs: readonly Run[],
): readonly string[] {
  return [...answer(recommendation, runs), ...leftOut(recommendation)]
}

function answer(recommendation: Recommendation, runs: readonly Run[]): readonly string[] {
  const { verdict, objective, run } = recommendation
  if (runs.length === 0) return ['There is no run to compare.']
  if (verdict.evidence.groups.length === 0) {
    return [`No run has ended with ${plainName(objective.metric)}, so there is nothing to compare.`]
  }
  if (verdict.kind === 'not-comparable') return [notComparable(verdict)]
  if (run === null) return [`The policy ${recommendation.policy} recommends none of the runs.`]
  if (verdict.kind === 'clear-winner') return clearWinner(verdict, recommendation, run)
  if (verdict.kind === 'contenders') return contenders(verdict, run)
  return unreplicated(recommendation, run)
}

function notComparable({ reasons }: NotComparable): string {
  const conflicts = reasons.map(
    ({ field, values }) => `${plainName(field)} (${named(values.map(String))})`,
  )
  return `These runs cannot be compared: they differ in ${conflicts.join(' and ')}.`
}

function clearWinner(
  verdict: ClearWinner,
  { objective }: Recommendation,
  kept: Run,
): readonly string[] {
  const { group, runnerUp, difference, marginInNoise } = verdict
  const metric = plainName(objective.metric)
  const how =
    `${metric} ${metricText(group.mean)} over ${counted(group.n, 'seed')}, ` +
    `${metricText(difference)} better than ${plainName(runnerUp.name)} ` +
    `(${marginInNoise.toFixed(1)} standard errors)`
  if (group.runs.includes(kept)) return [`Keep ${plainName(kept.name)}: a clear winner, ${how}.`]
  return [
    `The evidence is for ${plainName(verdict.run.name)}: a clear winner, ${how}.`,
    `The score puts ${plainName(kept.name)} first all the same.`,
  ]
}

function contenders(verdict: ContendersVerdict, kept: Run): readonly string[] {
  const keep = plainName(kept.name)
  if (verdict.evidence.groups.length === 1) {
    return [`Keep ${keep}: all runs are of one configuration, with no other to compare it with.`]
  }
  const names = named(verdict.runs.map(({ name }) => name))
  const first =
    verdict.runs.length === 1
      ? `Keep ${keep} for now.`
      : `${verdict.runs.length} configurations cannot be told apart: ${names}. The score favours ${keep}.`
  return [first, ...limits(verdict)]
}

function limits({ heldBackBy, cheapest, seedsNeeded }: ContendersVerdict): readonly string[] {
  return [
    heldBackBy === 'bound'
      ? 'No more is claimed, because some values are only bounds of the best.'
      : '',
    heldBackBy === 'evaluations'
      ? 'No more is claimed, because the best of more evaluations is the luckier one.'
      : '',
    cheapest === null ? '' : `The cheapest is ${plainName(cheapest.name)}.`,
    seedsNeeded === null ? '' : `About ${seedsNeeded} seeds each would tell.`,
  ].filter((sentence) => sentence !== '')
}

function unreplicated({ verdict, objective, tied }: Recommendation, kept: Run): readonly string[] {
  const keep = plainName(kept.name)
  const { groups } = verdict.evidence
  if (groups.length === 1) return [`Keep ${keep}: it is the only run to judge.`]
  const shared = tied.length > 0 ? `, level with ${named(tied.map(({ name }) => name))}` : ''
  return [
    `Keep ${keep} for now${shared}: it comes first by ${plainName(objective.metric)}, but that may be chance.`,
    'No configuration was run often enough to know: run 2 more seeds of the top two.',
  ]
}

function leftOut({ excluded }: Recommendation): readonly string[] {
  const count = (wanted: string): number => excluded.filter(({ why }) => why === wanted).length
  const sentences: readonly (readonly [number, string])[] = [
    [count('live'), 'still running'],
    [count('not-completed'), 'not completed'],
    [count('no-value'), 'without the metric'],
  ]
  const parts = sentences.filter(([runs]) => runs > 0).map(([runs, why]) => `${runs} ${why}`)
  return parts.length === 0 ? [] : [`Left out: ${parts.join(', ')}.`]
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).map(plainName).join(', ')
  return names.length > mostNamed ? `${shown} and ${names.length - mostNamed} more` : shown
}
