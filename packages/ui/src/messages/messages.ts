import { chartMessages, type ChartMessages } from '../charts/messages.ts'
import { comparisonMessages, type ComparisonMessages } from '../comparison/messages.ts'
import { formatMessages, type FormatMessages } from '../format/formatMessages.ts'
import { pickerMessages, type PickerMessages } from '../picker/messages.ts'
import { tableMessages, type TableMessages } from '../table/messages.ts'
import type { Partially } from './mergeMessages.ts'

/** Every word that the parts show or say, by family of parts. */
export interface Messages {
  readonly charts: ChartMessages
  readonly comparison: ComparisonMessages
  readonly format: FormatMessages
  readonly picker: PickerMessages
  readonly table: TableMessages
}

/** A translation, or a part of one: what it leaves out stays English. */
export type PartialMessages = Partially<Messages>

export const englishMessages: Messages = {
  charts: chartMessages,
  comparison: comparisonMessages,
  format: formatMessages,
  picker: pickerMessages,
  table: tableMessages,
}
