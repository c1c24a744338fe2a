import { metricWords } from '../table/columnLabel.ts'
import type { ComparisonMessages } from './messages.ts'

/** Returns what the chart of a metric is called: `Learning rate`, `Eval accuracy`. */
export function metricTitle(metric: string, { metricNames }: ComparisonMessages): string {
  const known = Object.hasOwn(metricNames, metric) ? metricNames[metric] : undefined
  if (known !== undefined) return known
  const words = metricWords(metric)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
