import type { Objective } from '@runoff/core'
import type { StoppingAdvice } from '@runoff/core/stats'
import { formatCount, formatMetric, formatPercent } from '../format/formatNumber.ts'
import { metricWords } from '../format/metricName.ts'
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
      reason: gateText(advice, context.evidence),
      details: [],
    }
  }
  const isStop = advice.advice === 'stop'
  return {
    kind: advice.advice,
    head: isStop ? stopping.couldBeStopped : stopping.keepGoing,
    reason: reasonText(advice, stopping),
    details: [
      standingText(advice, context),
      ...(isStop ? backTestTexts(advice, stopping) : []),
      ...(advice.scheduleKnown ? [] : [stopping.scheduleUnknown]),
    ],
  }
}

function reasonText(
  { advice, pastRuns, worseSince }: DefinedAdvice,
  messages: StoppingMessages,
): string {
  const evaluations = worseSince ?? 0
  if (advice === 'stop') return messages.worseFor(pastRuns, evaluations)
  return evaluations > 0 ? messages.worseYet(pastRuns, evaluations) : messages.holdsUp(pastRuns)
}

function standingText(advice: DefinedAdvice, { evidence, objective }: StoppingTextContext): string {
  return evidence.stopping.standing(
    formatMetric(advice.value),
    formatMetric(advice.median),
    formatCount(advice.step),
    metricWords(objective.metric),
  )
}

function backTestTexts({ backTest }: DefinedAdvice, messages: StoppingMessages): readonly string[] {
  if (backTest.trials === 0) return [messages.neverTested]
  const { stoppedBest, trials, savedShare } = backTest
  return [
    messages.backTest({ stoppedBest, trials }),
    ...(savedShare === null ? [] : [messages.saved(formatPercent(savedShare * 100))]),
  ]
}

function gateText({ reason, evidence: gate }: NoAdvice, evidence: EvidenceMessages): string {
  const { gates, otherReason } = evidence.stopping
  const words: GateWords = {
    pastRuns: gate.pastRuns,
    needed: gate.needed,
    tau: gate.tau === null ? null : gate.tau.toFixed(2).replace('-', '−'),
    backTest: gate.backTest,
    tauLow: gate.tauLow === null ? null : gate.tauLow.toFixed(2).replace('-', '−'),
  }
  return isGate(reason, gates) ? gates[reason](words) : otherReason(evidence.reasons[reason])
}

function isGate(reason: string, gates: StoppingMessages['gates']): reason is StoppingGate {
  return Object.hasOwn(gates, reason)
}
