import { isSameDomain, type ChartState, type ChartZoom } from './chartStore.ts'

/** Further back than this nobody goes. */
const mostRemembered = 50

/** Returns the part of the data that is looked at now, to come back to. */
export function zoomOf({ domain, yDomains }: ChartZoom): ChartZoom {
  return { domain, yDomains }
}

/** Returns the state change that remembers where a gesture began; one that ended there leaves no trace. */
export function rememberedZoom(state: ChartState, start: ChartZoom): Partial<ChartState> {
  const isThere = isSameDomain(state.domain, start.domain) && state.yDomains === start.yDomains
  if (isThere) return {}
  return { past: [...state.past, start].slice(-mostRemembered), future: [] }
}

/** Returns the state change that goes back to what was looked at before this; none where nothing was. */
export function zoomedBack(state: ChartState): Partial<ChartState> {
  const to = state.past.at(-1)
  if (to === undefined) return {}
  return {
    ...shown(to),
    past: state.past.slice(0, -1),
    future: [zoomOf(state), ...state.future],
  }
}

/** Returns the state change that undoes going back; none where one has not gone back. */
export function zoomedForward(state: ChartState): Partial<ChartState> {
  const [to, ...future] = state.future
  if (to === undefined) return {}
  return { ...shown(to), past: [...state.past, zoomOf(state)], future }
}

/** Returns the state change that shows everything again, in all charts and along both axes. */
export function zoomedOut(state: ChartState): Partial<ChartState> {
  const everything: ChartZoom = { domain: null, yDomains: new Map() }
  if (!isZoomed(state)) return {}
  return { ...shown(everything), ...rememberedZoom({ ...state, ...everything }, zoomOf(state)) }
}

/** Whether less than everything is shown, in any chart. */
export function isZoomed({ domain, yDomains }: ChartZoom): boolean {
  return domain !== null || yDomains.size > 0
}

/** Who goes elsewhere does not want to be taken back to the newest points. */
function shown(zoom: ChartZoom): Partial<ChartState> {
  return { ...zoom, settledDomain: zoom.domain, isFollowing: false }
}
