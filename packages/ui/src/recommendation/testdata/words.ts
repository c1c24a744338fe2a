import type { Recommendation } from '@runoff/core'
import { isolatedName } from '../../evidence/isolatedName.ts'
import { englishFormatters } from '../../testdata/formatters.ts'
import type { EvidenceContext } from '../evidenceFacts.ts'
import { recommendationMessages } from '../messages.ts'
import type { ReasonContext } from '../reasonText.ts'

const { answer, reason, evidence } = recommendationMessages

/** The English words for a recommendation, with runs called by their names. */
export function wordsFor({
  objective,
  run,
}: Recommendation): EvidenceContext & Pick<ReasonContext, 'reasons' | 'hasPick'> {
  return {
    objective,
    messages: answer,
    formatters: englishFormatters,
    reasons: reason,
    evidence,
    hasPick: run !== null,
    nameOf: (named) => isolatedName(named.name),
  }
}

/** A sentence as it is read: names without what keeps them apart from the words. */
export function read(sentence: string): string {
  return sentence.replaceAll(/[\u2068\u2069]/g, '')
}
