import type { Recommendation } from '@runoff/core'
import type { Formatters } from '../format/formatters.ts'
import { metricTitle } from '../format/metricName.ts'
import type { FormatMessages } from '../format/formatMessages.ts'
import { visibleText } from '../format/visibleText.ts'
import { isolatedName, shownName } from '../evidence/isolatedName.ts'
import { answerOf } from '../recommendation/answerOf.ts'
import { answerText, valueText } from '../recommendation/answerText.ts'
import { evidenceFacts, methodText } from '../recommendation/evidenceFacts.ts'
import type { RecommendationMessages, ScoreWords } from '../recommendation/messages.ts'
import { otherText } from '../recommendation/otherText.ts'
import { reasonText } from '../recommendation/reasonText.ts'
import type { RecommendationWords } from '../recommendation/useWords.ts'
import type { AnswerTexts } from './answerBlocks.ts'
import type { ReportFact } from './reportDocument.ts'

export interface AnswerTextsContext {
  readonly words: RecommendationWords
  readonly messages: RecommendationMessages
  readonly format: FormatMessages
}

/** Returns a recommendation in the very words that the page says it in. */
export function answerTexts(
  recommendation: Recommendation,
  { words, messages, format }: AnswerTextsContext,
): AnswerTexts {
  const { reasons, run, others, policy } = recommendation
  const context = { ...words, reasons: messages.reason, hasPick: run !== null }
  const evidence = { ...words, evidence: messages.evidence }
  return {
    answer: answerText(answerOf(recommendation), words),
    reasons: reasons.map((reason) => reasonText(reason, context)),
    others: others.map((other) => otherText(other, words, messages.others)),
    checkpoint: checkpointFacts(recommendation, { words, messages, format }),
    evidence: evidenceFacts(recommendation, evidence).map(({ term, text }) => ({ term, text })),
    method: methodText(recommendation, evidence),
    policy: policyText(policy, messages.score, words.formatters),
  }
}

function checkpointFacts(
  { run, scores, checkpoint, objective }: Recommendation,
  { words, messages, format }: AnswerTextsContext,
): readonly ReportFact[] {
  if (run === null) return []
  const { checkpoint: names } = messages
  const { formatters, plainNameOf } = words
  const value = scores.find((entry) => entry.run === run)?.value
  const metric = metricTitle(objective.metric, format)
  return [
    { term: names.run, text: isolatedName(plainNameOf(run)) },
    { term: names.id, text: isolatedName(visibleText(run.id)) },
    ...(value === undefined
      ? []
      : [{ term: metric, text: valueText(value, objective, formatters) }]),
    ...(checkpoint?.step == null
      ? []
      : [{ term: names.step, text: formatters.count(checkpoint.step) }]),
    ...(checkpoint?.epoch == null
      ? []
      : [{ term: names.epoch, text: formatters.full(checkpoint.epoch) }]),
    {
      term: names.path,
      text: checkpoint?.path == null ? names.noPath : isolatedName(visibleText(checkpoint.path)),
    },
  ]
}

function policyText(
  policy: string,
  words: ScoreWords,
  { full, labelled, sentences }: Formatters,
): string {
  if (policy === 'composite') {
    return labelled(words.title, sentences([words.composite, words.gaps(full)]))
  }
  if (policy === 'bestValue') return labelled(words.title, words.bestValue)
  if (policy === 'evidence') return labelled(words.title, words.evidence)
  return words.custom(isolatedName(shownName(policy)))
}
