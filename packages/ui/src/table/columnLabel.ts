import type { Objective } from '@runoff/core'
import { metricWords } from '../format/metricName.ts'
import type { TableMessages } from './messages.ts'
import type { SummaryColumnId } from './summaryColumns.ts'

/** Returns the name of a column; that of the objective says its metric. */
export function columnLabel(
  column: SummaryColumnId,
  { metric }: Objective,
  messages: TableMessages,
): string {
  if (column === 'evalLoss') return messages.bestEvalLoss
  if (column !== 'best') return messages[column]
  return metric === 'eval/loss' ? messages.bestEvalLoss : messages.bestOf(metricWords(metric))
}

/** Returns one sentence about what a column holds, `null` where its name says it. */
export function columnAbout(
  column: SummaryColumnId,
  { metric, goal }: Objective,
  { about }: TableMessages,
): string | null {
  switch (column) {
    case 'run':
    case 'model':
    case 'status':
    case 'dataset':
      return null
    case 'best':
      return about.best(metricWords(metric), goal)
    case 'evalLoss':
      return about.best(metricWords('eval/loss'), 'min')
    default:
      return about[column]
  }
}
