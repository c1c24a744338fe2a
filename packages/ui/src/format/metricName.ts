import type { FormatMessages } from './formatMessages.ts'
import { visibleText } from './visibleText.ts'

/** Returns a metric's own name as words, for the middle of a sentence: `eval/loss` is `eval loss`. */
export function metricWords(metric: string): string {
  const words = visibleText(metric).replaceAll('/', ' ').replaceAll('_', ' ').trim()
  return words === '' ? visibleText(metric) : words
}

/**
 * Returns what a metric is called where it stands alone: `Learning rate`, `Eval accuracy`, and
 * just `Loss` for the eval loss, which all is about.
 */
export function metricTitle(
  metric: string,
  { metricNames }: Pick<FormatMessages, 'metricNames'>,
): string {
  const known = Object.hasOwn(metricNames, metric) ? metricNames[metric] : undefined
  if (known !== undefined) return known
  const words = metricWords(metric)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
