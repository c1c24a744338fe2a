import type { ChartState } from '../chartStore.ts'
import type { Shown } from './viewportOf.ts'

/** Returns what the charts of a store show in one of them. */
export function shownIn(
  { domain, yDomains, hiddenRunIds }: Pick<ChartState, 'domain' | 'yDomains' | 'hiddenRunIds'>,
  chartId: string,
): Shown {
  return { domain, hiddenRunIds, yDomain: yDomains.get(chartId) ?? null }
}
