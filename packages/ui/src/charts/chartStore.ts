import type { XScale } from '@runoff/core'
import { createFrameLoop, type FrameLoop } from './frameLoop.ts'

/** The first and last x that a chart shows. */
export type XDomain = readonly [from: number, to: number]

/** The lowest and highest value that a chart shows, in the metric's own unit. */
export interface YDomain {
  readonly low: number
  readonly high: number
}

export interface ShownDomain {
  /**
   * The `axisId` of the model whose drawn x these are; `null` where a host set them, who means every
   * chart, and writes what was logged.
   */
  readonly axisId: string | null
  readonly xScale: XScale
  readonly from: number
  readonly to: number
}

/** Where the crosshair stands, in every chart of a group. */
export interface ChartCursor {
  /** The `axisId` of the model that it is moved over. */
  readonly axisId: string
  /** In the unit that is drawn. */
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

/** A part of the data that was looked at, to come back to. */
export interface ChartZoom {
  readonly domain: ShownDomain | null
  /** By chart id: what is zoomed along y as well. */
  readonly yDomains: ReadonlyMap<string, YDomain>
}

/** What the charts of a group share. */
export interface ChartState extends ChartZoom {
  /** What is drawn now, also in the middle of a gesture; `null` is everything. */
  readonly domain: ShownDomain | null
  /** What React knows of: the domain in which the last gesture ended. */
  readonly settledDomain: ShownDomain | null
  /** Where one can go back to, the nearest last, and forward to, the nearest first. */
  readonly past: readonly ChartZoom[]
  readonly future: readonly ChartZoom[]
  /** Whether a zoomed chart moves on with the newest points of live runs. */
  readonly isFollowing: boolean
  readonly cursor: ChartCursor | null
  readonly highlightedRunId: string | null
  readonly hiddenRunIds: ReadonlySet<string>
  /** The chart whose list of keys is open. */
  readonly keysChartId: string | null
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
    yDomains: new Map(),
    past: [],
    future: [],
    isFollowing: false,
    cursor: null,
    highlightedRunId: null,
    hiddenRunIds: new Set(),
    keysChartId: null,
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
  return Number.isFinite(to - from) && from < to
    ? { axisId: null, xScale: 'linear', from, to }
    : null
}

/** Returns a domain as a host writes it. */
export function hostDomain(domain: ShownDomain | null): XDomain | null {
  if (domain === null) return null
  const { xScale, from, to } = domain
  return xScale === 'log' ? [10 ** from, 10 ** to] : [from, to]
}

/** Whether a domain is one of this axis. */
export function isOfAxis(domain: ShownDomain, { axisId }: { readonly axisId: string }): boolean {
  return domain.axisId === null || domain.axisId === axisId
}

export function isSameDomain(a: ShownDomain | null, b: ShownDomain | null): boolean {
  if (a === null || b === null) return a === b
  return a.from === b.from && a.to === b.to && a.xScale === b.xScale
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
