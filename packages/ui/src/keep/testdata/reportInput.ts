import { defaultObjective, recommend, type Run } from '@runoff/core'
import { createFormatters } from '../../format/formatters.ts'
import { englishMessages } from '../../messages/messages.ts'
import { isolatedName, shownName } from '../../evidence/isolatedName.ts'
import { answerTexts } from '../answerTexts.ts'
import type { ReportInput } from '../reportDocument.ts'

/** What a report of some runs is made of, in English. */
export function reportInputOf(runs: readonly Run[], more: Partial<ReportInput> = {}): ReportInput {
  const { format, keep, recommendation: messages } = englishMessages
  const recommendation = recommend(runs)
  const formatters = createFormatters(format)
  const plainNameOf = (run: Run): string => shownName(run.name)
  const words = {
    objective: defaultObjective,
    messages: messages.answer,
    formatters,
    plainNameOf,
    nameOf: (run: Run) => isolatedName(plainNameOf(run)),
  }
  return {
    title: 'char-lm',
    sourceId: 'memory',
    madeAtMs: Date.UTC(2026, 10, 21, 8, 32, 5),
    version: '1.2.3',
    objective: defaultObjective,
    runs,
    recommendation,
    answer: answerTexts(recommendation, { words, messages, format }),
    table: {
      columns: ['Run', 'Best eval loss'],
      rows: runs.map((run, i) => [
        { text: run.name, isBest: false },
        { text: `0.${i}`, isBest: i === 0 },
      ]),
    },
    charts: [],
    remarks: [],
    nameOf: plainNameOf,
    messages: keep.report,
    format,
    formatters,
    ...more,
  }
}
