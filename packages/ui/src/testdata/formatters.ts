import { formatMessages } from '../format/formatMessages.ts'
import { createFormatters, type Formatters } from '../format/formatters.ts'
import { mergeMessages } from '../messages/mergeMessages.ts'
import type { PartialMessages } from '../messages/messages.ts'

export const englishFormatters: Formatters = createFormatters(formatMessages)

/** Numbers in the marks of German, and nothing else. */
export const germanMarks = {
  format: { numberMarks: { decimal: ',', group: '.' } },
} satisfies PartialMessages

export const germanFormatters: Formatters = createFormatters(
  mergeMessages(formatMessages, germanMarks.format),
)
