import type { Messages } from '../messages.ts'
import { chartMessages } from './charts.ts'
import { comparisonMessages } from './comparison.ts'
import { diffMessages } from './diff.ts'
import { evidenceMessages } from './evidence.ts'
import { formatMessages } from './format.ts'
import { historyMessages } from './history.ts'
import { keepMessages } from './keep.ts'
import { paramMessages } from './params.ts'
import { pickerMessages } from './picker.ts'
import { recommendationMessages } from './recommendation.ts'
import { tableMessages } from './table.ts'
import { timelineMessages } from './timeline.ts'

/** Every word in simplified Chinese. */
export const chineseMessages: Messages = {
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
