import type { ToolbarAxis } from '@runoff/core'
import { hostDomain, type ShownDomain } from '../charts/chartStore.ts'

/** The axes of charts that count the steps of the series themselves. */
const stepAxes: ReadonlySet<string> = new Set(['step', 'step log'])

/**
 * Returns the first and last step that charts show, or `null` where they show everything or do not
 * count steps.
 */
export function zoomedSteps(
  domain: ShownDomain | null,
  xAxis: ToolbarAxis,
): { readonly from: number; readonly to: number } | null {
  if (xAxis !== 'step' || domain === null) return null
  if (domain.axisId !== null && !stepAxes.has(domain.axisId)) return null
  const [from = NaN, to = NaN] = hostDomain(domain) ?? []
  return from <= to ? { from, to } : null
}
