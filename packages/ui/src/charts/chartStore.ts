import { createFrameLoop, type FrameLoop } from './frameLoop.ts'
import type { AxisKind } from './messages.ts'

/** The first and last x that a chart shows. */
export type XDomain = readonly [from: number, to: number]

export interface ShownDomain {
  /** Whose x these are; `null` where a host set them, who means every chart. */
  readonly axis: AxisKind | null
  readonly from: number
  readonly to: number
}

/** Where the crosshair stands, in every chart of a group. */
export interface ChartCursor {
  readonly axis: AxisKind
  readonly x: number
  /** The chart it is moved in; only this one shows the tooltip. */
  readonly chartId: string
  /** The line of that chart whose point it stands on, and the point's place in it. */
  readonly lineKey: string
  readonly place: number
  /** How far the pointer is from the upper border of the plot; `null` from the keyboard. */
  readonly pointerY: number | null
  readonly isPinned: boolean
}

/** What the charts of a group share. */
export interface ChartState {
  /** What is drawn now, also in the middle of a gesture; `null` is everything. */
  readonly domain: ShownDomain | null
  /** What React knows of: the domain in which the last gesture ended. */
  readonly settledDomain: ShownDomain | null
  readonly cursor: ChartCursor | null
  readonly highlightedRunId: string | null
  readonly hiddenRunIds: ReadonlySet<string>
}

export type ChartListener = (state: ChartState, before: ChartState) => void

/** The state of one chart, or of a group of them, outside of React: gestures do not render. */
export interface ChartStore {
  readonly loop: FrameLoop
  readonly get: () => ChartState
  readonly set: (change: Partial<ChartState>) => void
  readonly subscribe: (listener: ChartListener) => () => void
}

export function createChartStore(domain: XDomain | null = null): ChartStore {
  const shown = domain === null ? null : shownDomain(domain)
  let state: ChartState = {
    domain: shown,
    settledDomain: shown,
    cursor: null,
    highlightedRunId: null,
    hiddenRunIds: new Set(),
  }
  const listeners = new Set<ChartListener>()
  return {
    loop: createFrameLoop(),
    get: () => state,
    set(change) {
      const before = state
      state = { ...state, ...change }
      for (const listener of listeners) listener(state, before)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Returns the domain a host asks for, or `null` where it is none that can be drawn. */
export function shownDomain([from, to]: XDomain): ShownDomain | null {
  return Number.isFinite(to - from) && from < to ? { axis: null, from, to } : null
}

/** Whether a domain is one of this axis. */
export function fitsAxis(domain: ShownDomain, axis: AxisKind): boolean {
  return domain.axis === null || domain.axis === axis
}

export function isSameDomain(a: ShownDomain | null, b: ShownDomain | null): boolean {
  if (a === null || b === null) return a === b
  return a.from === b.from && a.to === b.to
}

/** Returns the state change that hides a run that is seen, and shows one that is hidden. */
export function toggledRun(state: ChartState, runId: string): Pick<ChartState, 'hiddenRunIds'> {
  const hidden = new Set(state.hiddenRunIds)
  if (!hidden.delete(runId)) hidden.add(runId)
  return { hiddenRunIds: hidden }
}

/** Returns the state change that shows one run alone, or all of them if it was alone already. */
export function isolatedRun(
  state: ChartState,
  runId: string,
  runIds: Iterable<string>,
): Pick<ChartState, 'hiddenRunIds'> {
  const others = [...new Set(runIds)].filter((id) => id !== runId)
  const isAlone = !state.hiddenRunIds.has(runId) && others.every((id) => state.hiddenRunIds.has(id))
  return { hiddenRunIds: new Set(isAlone ? [] : others) }
}
