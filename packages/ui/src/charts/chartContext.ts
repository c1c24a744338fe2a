import { createContext, useContext, type Context, type Provider } from 'react'
import type { ChartStore } from './chartStore.ts'
import type { LiveModel } from './engine/scene.ts'
import type { MarksByRun } from './marks/placeMarks.ts'
import type { ChartRun } from './model/chartLine.ts'
import type { ChartModel } from './model/chartModel.ts'

/** What the parts of a chart share. */
export interface ChartContextValue {
  readonly chartId: string
  readonly title: string
  /** What the summary calls the curves. */
  readonly subject: string
  readonly store: ChartStore
  /** What is written about the picture: of a live chart what it showed a moment ago. */
  readonly model: ChartModel
  /** All runs that are compared. */
  readonly runs: readonly ChartRun[]
  /** What happened on the curves. */
  readonly marks: MarksByRun
  /** How many lines are still to be made ready, of how many. */
  readonly pending: { readonly left: number; readonly all: number }
  /** Of the plot with its axes, in CSS pixels. */
  readonly height: number
  /** Of the whole figure, where a host has given it. */
  readonly width: number | undefined
}

/** What is drawn: every new point is in it, so that only what draws takes it from here. */
export interface ChartPicture {
  readonly model: ChartModel
  readonly live: LiveModel | null
}

const ChartContext: Context<ChartContextValue | null> =
  /* @__PURE__ */ createContext<ChartContextValue | null>(null)
const ChartPictureContext: Context<ChartPicture | null> =
  /* @__PURE__ */ createContext<ChartPicture | null>(null)

export const ChartContextProvider: Provider<ChartContextValue | null> = ChartContext.Provider
export const ChartPictureProvider: Provider<ChartPicture | null> = ChartPictureContext.Provider

/** Returns what the chart around has for its parts; the part is named for the error. */
export function useChart(part: string): ChartContextValue {
  return within(useContext(ChartContext), part)
}

/** Returns what is to be drawn now. */
export function useChartPicture(part: string): ChartPicture {
  return within(useContext(ChartPictureContext), part)
}

function within<Value>(value: Value | null, part: string): Value {
  if (value === null) throw new Error(`${part} is a part of a chart: put it within Chart.Root.`)
  return value
}
