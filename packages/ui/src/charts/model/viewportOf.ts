import { collectExtent, firstAtLeast, type ValueExtent } from '@runoff/core'
import { crossingAt } from '../../geometry/columnExtents.ts'
import { paddedRange, type Viewport } from '../../geometry/viewport.ts'
import { fitsAxis, type ShownDomain } from '../chartStore.ts'
import type { ChartModel, PlacedLine } from './chartModel.ts'

export interface Shown {
  readonly domain: ShownDomain | null
  readonly hiddenRunIds: ReadonlySet<string>
}

/**
 * Returns the part of the data that a chart shows: the x asked for, or all of it, and the values
 * that the visible lines take within it, to their last extreme. `null` where there is no point.
 */
export function viewportOf(model: ChartModel, shown: Shown): Viewport | null {
  const range = rangeOf(model, shown.domain)
  if (range === null) return null
  const visible = model.lines.filter(({ runId }) => !shown.hiddenRunIds.has(runId))
  const extent: ValueExtent = { min: Infinity, max: -Infinity, flags: 0 }
  for (const line of visible) widen(extent, line, range)
  return { ...range, ...paddedRange(extent.min, extent.max) }
}

function rangeOf({ full, axis }: ChartModel, domain: ShownDomain | null): ChartModel['full'] {
  if (full === null || domain === null || !fitsAxis(domain, axis)) return full
  return { from: domain.from, to: domain.to }
}

function widen(
  extent: ValueExtent,
  { pyramid }: PlacedLine,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const { steps } = pyramid.series
  const start = firstAtLeast(steps, from)
  let end = firstAtLeast(steps, to)
  while (end < steps.length && steps[end] === to) end++
  collectExtent(pyramid, start, end, extent)
  for (const value of [crossingAt(pyramid, start, from), crossingAt(pyramid, end, to)]) {
    if (value < extent.min) extent.min = value
    if (value > extent.max) extent.max = value
  }
}

/** Returns how many points of the visible lines lie within a range of x. */
export function pointsWithin(
  lines: readonly PlacedLine[],
  { from, to }: { readonly from: number; readonly to: number },
): number {
  return lines.reduce((sum, { pyramid }) => {
    const { steps } = pyramid.series
    const start = firstAtLeast(steps, from)
    let end = firstAtLeast(steps, to)
    while (end < steps.length && steps[end] === to) end++
    return sum + end - start
  }, 0)
}
