import type { Objective } from '@runoff/core'
import type { Formatters } from '../format/formatters.ts'
import { formatP } from '../evidence/evidenceFormat.ts'
import { formatCoefficient } from './formatParam.ts'
import type { Importance, ParamEffect } from '@runoff/core/stats'
import type { EffectWords } from './messages.ts'
import type { ParamContext } from './paramContext.ts'
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
  context: ParamContext,
): string {
  const { formatters } = context
  const { importance: messages } = context.messages
  const words = effectWords(effect, importance, formatters)
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
      return messages.noneDetected(effect.n, formatters.count)
    default:
      return messages.untested(effect.n, formatters.count)
  }
}

/**
 * Returns what the share of a parameter says, `null` where there are no shares or where the
 * parameter was not found to have any effect.
 */
export function shareSentence(
  { share, effect }: ParamEffect,
  { shares }: DefinedImportance,
  { messages: { importance: messages }, formatters }: ParamContext,
): string | null {
  if (shares.kind === 'undefined' || !isFound({ effect })) return null
  return share === null
    ? messages.shareWithinNoise
    : messages.share(formatters.percent(share * 100))
}

/** Returns why there is no answer about parameters. */
export function undefinedSentence(
  { reason, runs, needed }: Extract<Importance, { readonly kind: 'undefined' }>,
  { messages: { importance: messages }, formatters }: ParamContext,
): string {
  const needs = messages.needed(runs, needed, formatters.count)
  switch (reason) {
    case 'too-few-runs':
    case 'too-few-values':
      return needs
    case 'no-params':
      return messages.noParams
    case 'no-variance':
      return messages.noVariance
    default:
      return runs < needed ? needs : messages.undefined
  }
}

/** Returns which parameters an effect was seen of, in a sentence. */
export function importanceSummary(
  { params, runs }: DefinedImportance,
  { messages: { importance: messages }, formatters }: ParamContext,
): string {
  const found = params.filter(isFound)
  if (found.length === 0) return messages.summaryNone(params.length, runs, formatters.count)
  const names = formatters.list(found.map(({ name }) => paramWords(name)))
  return messages.summary(names, params.length, runs, formatters.count)
}

/** Returns what bears on all parameters: those that vary together, and what shares would need. */
export function importanceNotes(
  { groups, shares, runs }: DefinedImportance,
  { messages: { importance: messages }, formatters }: ParamContext,
): readonly string[] {
  return [
    ...groups.map((group) =>
      messages.together(formatters.list(group.map((name) => isolated(paramLabel(name))))),
    ),
    ...(shares.kind === 'undefined' && runs < shares.needed
      ? [messages.sharesNeed(shares.needed, runs, formatters.count)]
      : []),
    messages.observed,
  ]
}

/** Returns the parameters as rows of a table, every number whole. */
export function importanceRows(
  importance: DefinedImportance,
  context: ParamContext,
  labelOf: (name: string) => string,
): readonly (readonly string[])[] {
  const { formatters } = context
  return importance.params.map((effect) => [
    labelOf(effect.name),
    formatters.count(effect.n),
    ...[effect.rho, effect.rhoP, effect.xi, effect.xiP, effect.kruskalP, effect.adjustedP].map(
      formatters.computed,
    ),
    formatters.computed(effect.share),
    effectSentence(effect, importance, context),
  ])
}

function isFound({ effect }: Pick<ParamEffect, 'effect'>): boolean {
  return effect !== 'none-detected' && effect !== 'untested'
}

function effectWords(
  effect: ParamEffect,
  importance: DefinedImportance,
  formatters: Formatters,
): EffectWords {
  const { metric, goal }: Objective = importance.objective
  const coefficient = effect.effect === 'not-monotone' ? effect.xi : effect.rho
  const tests = testCount(importance)
  const hasCoefficient = effect.effect !== 'differs' && coefficient !== null
  return {
    metric: formatters.metricWords(metric),
    param: paramWords(effect.name),
    coefficient: hasCoefficient ? formatCoefficient(coefficient, formatters) : '',
    p: effect.adjustedP === null ? '' : `p ${formatP(effect.adjustedP, formatters)}`,
    tests,
    testsText: formatters.count(tests),
    goal,
  }
}
