import type { ReportBlock, ReportFact } from './reportDocument.ts'
import type { ReportMessages } from './reportMessages.ts'

/** The answer in words, as the page says it. Names in it stand between U+2068 and U+2069. */
export interface AnswerTexts {
  /** The verdict, in a sentence or two. */
  readonly answer: string
  readonly reasons: readonly string[]
  readonly others: readonly string[]
  readonly checkpoint: readonly ReportFact[]
  readonly evidence: readonly ReportFact[]
  /** How the verdict was computed; `null` where nothing was compared. */
  readonly method: string | null
  /** By which rule the run was chosen. */
  readonly policy: string
}

/** Returns the part of a report that says which run to keep, why, and how sure that is. */
export function answerBlocks(
  texts: AnswerTexts | null,
  messages: ReportMessages,
): readonly ReportBlock[] {
  const heading: ReportBlock = { kind: 'heading', level: 2, text: messages.answer }
  if (texts === null) return [heading, { kind: 'paragraph', text: messages.noAnswer, isLead: true }]
  const { answer, reasons, others, checkpoint, evidence, method } = texts
  return [
    heading,
    { kind: 'paragraph', text: answer, isLead: true },
    ...listOf(messages.why, reasons),
    ...factsOf(messages.evidence, evidence),
    ...(method === null ? [] : [{ kind: 'paragraph' as const, text: method }]),
    ...factsOf(messages.checkpoint, checkpoint),
    ...listOf(messages.others, others),
  ]
}

function listOf(text: string, items: readonly string[]): readonly ReportBlock[] {
  if (items.length === 0) return []
  return [
    { kind: 'heading', level: 3, text },
    { kind: 'list', items },
  ]
}

function factsOf(text: string, facts: readonly ReportFact[]): readonly ReportBlock[] {
  if (facts.length === 0) return []
  return [
    { kind: 'heading', level: 3, text },
    { kind: 'facts', facts },
  ]
}
