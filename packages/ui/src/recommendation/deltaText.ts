import type { Delta } from '@runoff/core'
import { formatMetric, formatPercent } from '../format/formatNumber.ts'

/** Below this a percentage with one digit would read as none at all. */
const smallestPercent = 0.1

/**
 * Returns how large a difference is, without its sign: `15.2 %`, `< 0.1 %`, or in the metric's unit
 * where there is no percentage.
 */
export function deltaText({ absolute, percent }: Pick<Delta, 'absolute' | 'percent'>): string {
  if (percent === null) return formatMetric(Math.abs(absolute))
  const magnitude = Math.abs(percent)
  if (magnitude > 0 && magnitude < smallestPercent) return `< ${formatPercent(smallestPercent)}`
  return formatPercent(magnitude)
}
