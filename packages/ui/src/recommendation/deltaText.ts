import type { Delta } from '@runoff/core'
import type { Formatters } from '../format/formatters.ts'

/** Below this a percentage with one digit would read as none at all. */
const smallestPercent = 0.1

/**
 * Returns how large a difference is, without its sign: `15.2 %`, `< 0.1 %`, or in the metric's unit
 * where there is no percentage.
 */
export function deltaText(
  { absolute, percent }: Pick<Delta, 'absolute' | 'percent'>,
  formatters: Formatters,
): string {
  if (percent === null) return formatters.metric(Math.abs(absolute))
  const magnitude = Math.abs(percent)
  if (magnitude > 0 && magnitude < smallestPercent) {
    return `< ${formatters.percent(smallestPercent)}`
  }
  return formatters.percent(magnitude)
}
