import { chartMessages, type ChartMessages } from '../charts/messages.ts'
import { comparisonMessages, type ComparisonMessages } from '../comparison/messages.ts'
import { diffMessages, type DiffMessages } from '../diff/messages.ts'
import { evidenceMessages, type EvidenceMessages } from '../evidence/messages.ts'
import { formatMessages, type FormatMessages } from '../format/formatMessages.ts'
import { historyMessages, type HistoryMessages } from '../history/messages.ts'
import { keepMessages, type KeepMessages } from '../keep/messages.ts'
import { paramMessages, type ParamMessages } from '../params/messages.ts'
import { pickerMessages, type PickerMessages } from '../picker/messages.ts'
import { recommendationMessages, type RecommendationMessages } from '../recommendation/messages.ts'
import { tableMessages, type TableMessages } from '../table/messages.ts'
import { timelineMessages, type TimelineMessages } from '../timeline/messages.ts'
import type { Partially } from './mergeMessages.ts'

/** Every word that the parts show or say, by family of parts. */
export interface Messages {
  readonly charts: ChartMessages
  readonly comparison: ComparisonMessages
  readonly diff: DiffMessages
  readonly evidence: EvidenceMessages
  readonly format: FormatMessages
  readonly history: HistoryMessages
  readonly keep: KeepMessages
  readonly params: ParamMessages
  readonly picker: PickerMessages
  readonly recommendation: RecommendationMessages
  readonly table: TableMessages
  readonly timeline: TimelineMessages
}

/** What holds a name for each of somebody's own metrics: any key may be added. */
export const openRecords: ReadonlySet<string> = new Set([
  'format.metricNames',
  'format.metricWords',
])

/** A translation, or a part of one: what it leaves out stays English. */
export type PartialMessages = Partially<Messages>

export const englishMessages: Messages = {
  charts: chartMessages,
  comparison: comparisonMessages,
  diff: diffMessages,
  evidence: evidenceMessages,
  format: formatMessages,
  history: historyMessages,
  keep: keepMessages,
  params: paramMessages,
  picker: pickerMessages,
  recommendation: recommendationMessages,
  table: tableMessages,
  timeline: timelineMessages,
}
