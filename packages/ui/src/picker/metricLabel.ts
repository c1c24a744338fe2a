import { defaultObjective } from '@runoff/core'
import { visibleText } from '../format/visibleText.ts'
import type { PickerMessages } from './messages.ts'

/** Returns a metric as a person names it: `Loss` for the eval loss, `Accuracy`, `Train loss`. */
export function metricLabel(
  metric: string,
  { evalLoss }: Pick<PickerMessages, 'evalLoss'>,
): string {
  if (metric === defaultObjective.metric) return evalLoss
  const bare = metric.startsWith('eval/') ? metric.slice('eval/'.length) : metric
  const words = visibleText(bare).replaceAll('_', ' ').replaceAll('/', ' ').trim()
  return words === '' ? visibleText(metric) : `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
