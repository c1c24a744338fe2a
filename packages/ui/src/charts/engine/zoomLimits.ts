import type { ChartState, ShownDomain, YDomain } from '../chartStore.ts'
import type { ChartModel, XRange } from '../model/chartModel.ts'
import { shownIn } from '../model/shownIn.ts'
import { viewportOf } from '../model/viewportOf.ts'
import type { Scene } from './scene.ts'
import type { DrawnValues } from './zoom.ts'

/** Zooming in and out again ends a hair beside where it began. */
const nearlyAll = 1 - 1e-9

/**
 * Returns the domain to show for a range of x: none of it lies beyond the data. Missing: `null`, which
 * is everything, for a range as long as all of it.
 */
export function xWithin(range: XRange, { axisId, xScale, full }: ChartModel): ShownDomain | null {
  const length = range.to - range.from
  if (full === null || !(length < (full.to - full.from) * nearlyAll)) return null
  const from = Math.min(Math.max(range.from, full.from), full.to - length)
  return { axisId, xScale, from, to: from + length }
}

/**
 * Returns the values to show, in the metric's own unit, for a range in the unit that is drawn: none
 * of it lies beyond what the lines take. Missing: `null`, which is what they take at the x that is
 * shown, for a range that has grown to all of that.
 */
export function ysWithin(
  { low, high }: DrawnValues,
  { model, chartId }: Pick<Scene, 'model' | 'chartId'>,
  state: ChartState,
): YDomain | null {
  const shown = shownIn(state, chartId)
  // Where outliers are cut off one may still zoom out to them.
  const whole: ChartModel = { ...model, yRange: 'full' }
  const now = viewportOf(model, shown)
  const here = viewportOf(whole, { ...shown, yDomain: null })
  const all = viewportOf(whole, { ...shown, domain: null, yDomain: null })
  if (now === null || here === null || all === null) return null
  const length = high - low
  const isGrown = length * nearlyAll > now.high - now.low
  if (isGrown && length >= (here.high - here.low) * nearlyAll) {
    return model.yRange === 'full' ? null : inOwnUnit(here, model)
  }
  const from = Math.max(all.low, Math.min(low, all.high - length))
  return inOwnUnit({ low: from, high: from + length }, model)
}

function inOwnUnit({ low, high }: DrawnValues, { y }: ChartModel): YDomain | null {
  const domain = { low: y.toData(low), high: y.toData(high) }
  return Number.isFinite(domain.high - domain.low) ? domain : null
}
