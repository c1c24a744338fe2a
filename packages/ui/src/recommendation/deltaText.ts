import type { Delta } from '@runoff/core'
import { formatMetric, formatPercent } from '../format/formatNumber.ts'

/** Returns how large a difference is, without its sign: `15.2 %`, or in the metric's unit. */
export function deltaText({ absolute, percent }: Pick<Delta, 'absolute' | 'percent'>): string {
  return percent === null ? formatMetric(Math.abs(absolute)) : formatPercent(Math.abs(percent))
}
