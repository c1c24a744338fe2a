import type { Objective } from '@runoff/core'
import { formatFull, formatPercent, noValue } from '../format/formatNumber.ts'
import { metricWords } from '../format/metricName.ts'
import { formatP } from '../evidence/evidenceFormat.ts'
import { formatCoefficient } from './formatParam.ts'
import type { Importance, ParamEffect } from '@runoff/core/stats'
import type { EffectWords, ParamMessages } from './messages.ts'
import { isolated, paramLabel, paramWords } from './paramWords.ts'

export type DefinedImportance = Extract<Importance, { readonly kind: 'defined' }>

/** Returns how many tests the probabilities are corrected for. */
export function testCount({ params }: DefinedImportance): number {
  return params.reduce((sum, { rhoP, xiP, kruskalP }) => {
    return sum + [rhoP, xiP, kruskalP].filter((p) => p !== null).length
  }, 0)
}

/** Returns in a sentence what these runs say of a parameter. */
export function effectSentence(
  effect: ParamEffect,
  importance: DefinedImportance,
  { importance: messages }: ParamMessages,
): string {
  const words = effectWords(effect, importance)
  switch (effect.effect) {
    case 'rising':
      return messages.rising(words)
    case 'falling':
      return messages.falling(words)
    case 'not-monotone':
      return messages.notMonotone(words)
    case 'differs':
      return messages.differs(words)
    case 'none-detected':
      return messages.noneDetected(effect.n)
    default:
      return messages.untested(effect.n)
  }
}

/**
 * Returns what the share of a parameter says, `null` where there are no shares or where the
 * parameter was not found to have any effect.
 */
export function shareSentence(
  { share, effect }: ParamEffect,
  { shares }: DefinedImportance,
  { importance: messages }: ParamMessages,
): string | null {
  if (shares.kind === 'undefined' || !isFound({ effect })) return null
  return share === null ? messages.shareWithinNoise : messages.share(formatPercent(share * 100))
}

/** Returns why there is no answer about parameters. */
export function undefinedSentence(
  { reason, runs, needed }: Extract<Importance, { readonly kind: 'undefined' }>,
  { importance: messages }: ParamMessages,
): string {
  switch (reason) {
    case 'too-few-runs':
    case 'too-few-values':
      return messages.needed(runs, needed)
    case 'no-params':
      return messages.noParams
    case 'no-variance':
      return messages.noVariance
    default:
      return runs < needed ? messages.needed(runs, needed) : messages.undefined
  }
}

/** Returns which parameters an effect was seen of, in a sentence. */
export function importanceSummary(
  { params, runs }: DefinedImportance,
  { importance: messages }: ParamMessages,
): string {
  const found = params.filter(isFound)
  if (found.length === 0) return messages.summaryNone(params.length, runs)
  const names = messages.list(found.map(({ name }) => paramWords(name)))
  return messages.summary(names, params.length, runs)
}

/** Returns what bears on all parameters: those that vary together, and what shares would need. */
export function importanceNotes(
  { groups, shares, runs }: DefinedImportance,
  { importance: messages }: ParamMessages,
): readonly string[] {
  return [
    ...groups.map((group) =>
      messages.together(messages.list(group.map((name) => isolated(paramLabel(name))))),
    ),
    ...(shares.kind === 'undefined' && runs < shares.needed
      ? [messages.sharesNeed(shares.needed, runs)]
      : []),
    messages.observed,
  ]
}

/** Returns the parameters as rows of a table, every number whole. */
export function importanceRows(
  importance: DefinedImportance,
  messages: ParamMessages,
  labelOf: (name: string) => string,
): readonly (readonly string[])[] {
  return importance.params.map((effect) => [
    labelOf(effect.name),
    String(effect.n),
    ...[effect.rho, effect.rhoP, effect.xi, effect.xiP, effect.kruskalP, effect.adjustedP].map(
      (value) => (value === null ? noValue : formatFull(value)),
    ),
    effect.share === null ? noValue : formatFull(effect.share),
    effectSentence(effect, importance, messages),
  ])
}

function isFound({ effect }: Pick<ParamEffect, 'effect'>): boolean {
  return effect !== 'none-detected' && effect !== 'untested'
}

function effectWords(effect: ParamEffect, importance: DefinedImportance): EffectWords {
  const { metric, goal }: Objective = importance.objective
  const coefficient = effect.effect === 'not-monotone' ? effect.xi : effect.rho
  const hasCoefficient = effect.effect !== 'differs' && coefficient !== null
  return {
    metric: metricWords(metric),
    param: paramWords(effect.name),
    coefficient: hasCoefficient ? formatCoefficient(coefficient) : '',
    p: effect.adjustedP === null ? '' : `p ${formatP(effect.adjustedP)}`,
    tests: testCount(importance),
    goal,
  }
}
