import { isOfAxis, type ChartState, type ShownDomain } from './chartStore.ts'
import type { ChartModel } from './model/chartModel.ts'
import { viewportOf } from './model/viewportOf.ts'
import { rememberedZoom, zoomOf } from './zoomHistory.ts'

/** Nearer to the end than this share of what is shown is at the end. */
const endShare = 1e-3

/** Whether a chart shows a part of its x, and of a run that may still get points. */
export function canFollow(
  domain: ShownDomain | null,
  model: Pick<ChartModel, 'axisId' | 'lines'>,
): boolean {
  return domain !== null && isOfAxis(domain, model) && model.lines.some(({ isLive }) => isLive)
}

/**
 * Returns the domain moved on to the newest point, as long as it was; `null` where it is there
 * already, or is not to follow. It never moves back: another chart of the group may be ahead.
 */
export function followedTail(
  { domain, isFollowing }: Pick<ChartState, 'domain' | 'isFollowing'>,
  { axisId, full }: Pick<ChartModel, 'axisId' | 'full'>,
): ShownDomain | null {
  if (!isFollowing || domain?.axisId !== axisId || full === null || !(full.to > domain.to)) {
    return null
  }
  return { ...domain, from: full.to - (domain.to - domain.from), to: full.to }
}

/** Whether newer points lie beyond what is shown. */
export function isBeforeTail(
  { domain }: Pick<ChartState, 'domain'>,
  { axisId, full }: Pick<ChartModel, 'axisId' | 'full'>,
): boolean {
  if (domain?.axisId !== axisId || full === null) return false
  return full.to - domain.to > (domain.to - domain.from) * endShare
}

/** Returns the state change that follows the newest points from now on, or no longer does. */
export function toggledFollowing(state: ChartState, model: ChartModel): Partial<ChartState> {
  if (state.isFollowing || state.domain === null) return { isFollowing: false }
  // What a host has set belongs to every axis; from here on it moves along this one.
  const range = viewportOf(model, { domain: state.domain, hiddenRunIds: new Set() })
  if (range === null) return {}
  const { axisId, xScale } = model
  const own: ShownDomain = { axisId, xScale, from: range.from, to: range.to }
  const domain = followedTail({ domain: own, isFollowing: true }, model) ?? own
  const remembered = rememberedZoom({ ...state, domain }, zoomOf(state))
  return { ...remembered, isFollowing: true, domain, settledDomain: domain }
}
