import {
  collectExtent,
  firstAbove,
  firstAtLeast,
  type Pyramid,
  type ValueExtent,
} from '@runoff/core'
import { crossingAt } from '../../geometry/columnExtents.ts'
import { paddedRange, type Viewport } from '../../geometry/viewport.ts'
import { isOfAxis, type ShownDomain, type YDomain } from '../chartStore.ts'
import type { ChartModel, PlacedLine, XRange } from './chartModel.ts'
import { percentileRange } from './percentileRange.ts'

export interface Shown {
  readonly domain: ShownDomain | null
  readonly hiddenRunIds: ReadonlySet<string>
  /** The values that are zoomed to; `null` is what the visible lines take. @default null */
  readonly yDomain?: YDomain | null | undefined
}

/**
 * Returns the part of the data that a chart shows: the x asked for, or all of it, and the values
 * that the visible lines take within it: to their last extreme, or from the 1st to the 99th
 * percentile where outliers are cut off. `null` where there is no point.
 */
export function viewportOf(model: ChartModel, shown: Shown): Viewport | null {
  const range = rangeOf(model, shown.domain)
  if (range === null) return null
  const wanted = shown.yDomain ?? model.yDomain
  const own = wanted === null ? null : drawnYs(model, wanted)
  if (own !== null) return { ...range, ...own }
  const visible = model.lines.filter(({ runId }) => !shown.hiddenRunIds.has(runId))
  const inner = model.yRange === 'percentile' ? percentileRange(visible, range) : null
  // Where no point is there is no outlier, and a line may still cross.
  const extent = inner !== null && inner.min <= inner.max ? inner : fullExtent(visible, range)
  return { ...range, ...paddedRange(extent.min, extent.max) }
}

/** Whether lines may reach beyond the values that a chart shows. */
export function mayBeCut(model: ChartModel, { yDomain }: Shown): boolean {
  return model.yRange === 'percentile' || (yDomain ?? model.yDomain) !== null
}

/** Returns the x that a chart shows; `null` where there is no point. */
export function rangeOf(model: ChartModel, domain: ShownDomain | null): XRange | null {
  const { full } = model
  if (full === null || domain === null || !isOfAxis(domain, model)) return full
  // Moved to where its length is less than the distance of two numbers, a range has none.
  if (!(domain.from < domain.to)) return full
  if (domain.axisId !== null || model.xScale === 'linear') {
    return { from: domain.from, to: domain.to }
  }
  const from = domain.from > 0 ? Math.log10(domain.from) : full.from
  const to = Math.log10(domain.to)
  return from < to ? { from, to } : full
}

function drawnYs({ y }: ChartModel, domain: YDomain): Pick<Viewport, 'low' | 'high'> | null {
  const [low, high] = [y.toDrawn(domain.low), y.toDrawn(domain.high)]
  return Number.isFinite(high - low) && low < high ? { low, high } : null
}

function fullExtent(lines: readonly PlacedLine[], range: XRange): ValueExtent {
  const extent: ValueExtent = { min: Infinity, max: -Infinity, flags: 0 }
  for (const { pyramid, ghosts, band } of lines) {
    widen(extent, pyramid, range)
    for (const ghost of ghosts) widen(extent, ghost.pyramid, range)
    if (band !== null) {
      widen(extent, band.low, range)
      widen(extent, band.high, range)
    }
  }
  return extent
}

function widen(extent: ValueExtent, pyramid: Pyramid, { from, to }: XRange): void {
  const { steps } = pyramid.series
  const start = firstAtLeast(steps, from)
  collectExtent(pyramid, start, firstAbove(steps, to), extent)
  const atEnd = firstAtLeast(steps, to)
  for (const value of [crossingAt(pyramid, start, from), crossingAt(pyramid, atEnd, to)]) {
    if (value < extent.min) extent.min = value
    if (value > extent.max) extent.max = value
  }
}

/** Returns how many points of the visible lines lie within a range of x. */
export function pointsWithin(columns: readonly Float64Array[], { from, to }: XRange): number {
  return columns.reduce((sum, steps) => sum + firstAbove(steps, to) - firstAtLeast(steps, from), 0)
}
