import type { FormatMessages } from './formatMessages.ts'
import { visibleText } from './visibleText.ts'

/** Returns a name from a log as words, for the middle of a sentence: `warmup_steps` is `warmup steps`. */
export function nameWords(name: string): string {
  const words = visibleText(name).replaceAll('/', ' ').replaceAll('_', ' ').trim()
  return words === '' ? visibleText(name) : words
}

/**
 * Returns what a metric is called in the middle of a sentence: a well-known one as the language
 * says it, any other by the words of its own name: `eval/loss` is `eval loss`.
 */
export function metricWords(
  metric: string,
  { metricWords: known }: Pick<FormatMessages, 'metricWords'>,
): string {
  return ownEntry(known, metric) ?? nameWords(metric)
}

/**
 * Returns what a metric is called where it stands alone: `Learning rate`, `Eval accuracy`, and
 * just `Loss` for the eval loss, which all is about.
 */
export function metricTitle(
  metric: string,
  format: Pick<FormatMessages, 'metricNames' | 'metricWords'>,
): string {
  const known = ownEntry(format.metricNames, metric)
  if (known !== undefined) return known
  const words = metricWords(metric, format)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** A metric may be called as something that every object has. */
function ownEntry(entries: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined
}
