import type { Objective } from '@runoff/core'
import type { StoppingAdvice } from '@runoff/core/stats'
import type { Formatters } from '../format/formatters.ts'
import type { EvidenceMessages } from './messages.ts'
import type { GateWords, StoppingGate, StoppingMessages } from './stoppingMessages.ts'

/** The advice on one run, in words. */
export interface StoppingText {
  readonly kind: 'stop' | 'continue' | 'none' | 'pending'
  readonly head: string
  /** Follows the head after a colon. */
  readonly reason: string | null
  /** The numbers behind it, and how often the rule was wrong. */
  readonly details: readonly string[]
}

export interface StoppingTextContext {
  readonly evidence: EvidenceMessages
  readonly formatters: Formatters
  readonly objective: Objective
}

type DefinedAdvice = Extract<StoppingAdvice, { readonly kind: 'defined' }>
type NoAdvice = Exclude<StoppingAdvice, DefinedAdvice>

/** Returns the words of an advice; `null` is one that is not there yet. */
export function stoppingText(
  advice: StoppingAdvice | null,
  context: StoppingTextContext,
): StoppingText {
  const { stopping } = context.evidence
  if (advice === null) {
    return { kind: 'pending', head: stopping.pending, reason: null, details: [] }
  }
  if (advice.kind === 'undefined') {
    return {
      kind: 'none',
      head: stopping.noAdvice,
      reason: gateText(advice, context),
      details: [],
    }
  }
  const isStop = advice.advice === 'stop'
  return {
    kind: advice.advice,
    head: isStop ? stopping.couldBeStopped : stopping.keepGoing,
    reason: reasonText(advice, context),
    details: [
      standingText(advice, context),
      ...(isStop ? backTestTexts(advice, context) : []),
      ...(advice.scheduleKnown ? [] : [stopping.scheduleUnknown]),
    ],
  }
}

function reasonText(
  { advice, pastRuns, worseSince }: DefinedAdvice,
  { evidence: { stopping: messages }, formatters: { count } }: StoppingTextContext,
): string {
  const evaluations = worseSince ?? 0
  if (advice === 'stop') return messages.worseFor(pastRuns, evaluations, count)
  if (evaluations === 0) return messages.holdsUp(pastRuns, count)
  return messages.worseYet(pastRuns, evaluations, count)
}

function standingText(
  advice: DefinedAdvice,
  { evidence, formatters, objective }: StoppingTextContext,
): string {
  return evidence.stopping.standing(
    formatters.metric(advice.value),
    formatters.metric(advice.median),
    formatters.count(advice.step),
    formatters.metricWords(objective.metric),
  )
}

function backTestTexts(
  { backTest }: DefinedAdvice,
  { evidence, formatters }: StoppingTextContext,
): readonly string[] {
  const { stopping: messages } = evidence
  if (backTest.trials === 0) return [messages.neverTested]
  const { stoppedBest, trials, savedShare } = backTest
  return [
    messages.backTest({ stoppedBest, trials }, formatters.count),
    ...(savedShare === null ? [] : [messages.saved(formatters.percent(savedShare * 100))]),
  ]
}

function gateText(
  { reason, evidence: gate }: NoAdvice,
  { evidence, formatters }: StoppingTextContext,
): string {
  const { count, marked } = formatters
  const { gates, otherReason } = evidence.stopping
  const words: GateWords = {
    pastRuns: gate.pastRuns,
    needed: gate.needed,
    tau: gate.tau === null ? null : marked(gate.tau.toFixed(2).replace('-', '−')),
    backTest: gate.backTest,
    tauLow: gate.tauLow === null ? null : marked(gate.tauLow.toFixed(2).replace('-', '−')),
  }
  return isGate(reason, gates) ? gates[reason](words, count) : otherReason(evidence.reasons[reason])
}

function isGate(reason: string, gates: StoppingMessages['gates']): reason is StoppingGate {
  return Object.hasOwn(gates, reason)
}
