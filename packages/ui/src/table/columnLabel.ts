import { visibleText } from '../format/visibleText.ts'
import type { SummaryColumn } from './summaryColumns.ts'
import { largeGap } from './summaryMark.ts'
import type { CellContext } from './summaryText.ts'

type NamedColumn = Pick<SummaryColumn, 'source'>
type LabelContext = Pick<CellContext, 'objective' | 'messages' | 'formatters'>

/** Returns the name of a column; that of the objective says its metric. */
export function columnLabel(
  { source }: NamedColumn,
  { objective: { metric }, messages, formatters }: LabelContext,
): string {
  const { metricWords } = formatters
  if (source.kind === 'param') return visibleText(source.param)
  if (source.kind === 'metric') return messages.reduced[source.reducer](metricWords(source.metric))
  const { id } = source
  if (id === 'evalLoss') return messages.bestEvalLoss
  if (id !== 'best') return messages[id]
  return metric === 'eval/loss' ? messages.bestEvalLoss : messages.bestOf(metricWords(metric))
}

/** Returns one sentence about what a column holds, `null` where its name says it. */
export function columnAbout(
  { source }: NamedColumn,
  { objective: { metric, goal }, messages: { about }, formatters }: LabelContext,
): string | null {
  const { metricWords } = formatters
  if (source.kind === 'param') return about.param(visibleText(source.param))
  if (source.kind === 'metric') return about.reduced[source.reducer](metricWords(source.metric))
  const { id } = source
  switch (id) {
    case 'run':
    case 'model':
    case 'status':
    case 'dataset':
      return null
    case 'best':
      return about.best(metricWords(metric), goal)
    case 'evalLoss':
      return about.best(metricWords('eval/loss'), 'min')
    case 'gap':
      return about.gap(formatters.full(largeGap))
    default:
      return about[id]
  }
}
