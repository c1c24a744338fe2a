import type { ComparisonView } from '@runoff/core'

/**
 * Returns a change of the view which, where it lays another x along the charts, also shows all of
 * that: steps 100 to 200 are no part of an axis that counts epochs.
 */
export function zoomedAnew(
  view: Pick<ComparisonView, 'chartSettings'>,
  part: Partial<ComparisonView>,
): Partial<ComparisonView> {
  const { chartSettings } = part
  if (chartSettings === undefined || 'xDomain' in part) return part
  const isSame = JSON.stringify(chartSettings.xAxis) === JSON.stringify(view.chartSettings.xAxis)
  return isSame ? part : { ...part, xDomain: null }
}
