import { createContext, useContext, type Provider } from 'react'
import type { Viewport } from '../geometry/viewport.ts'
import type { AxisTicks } from './engine/placeTicks.ts'
import type { PlotLayout } from './engine/scene.ts'

/** What the parts of a plot share: where it lies, and what it showed when React last looked. */
export interface PlotContextValue {
  readonly layout: PlotLayout
  readonly viewport: Viewport | null
  readonly ticks: AxisTicks
}

const PlotContext = /* @__PURE__ */ createContext<PlotContextValue | null>(null)

export const PlotContextProvider: Provider<PlotContextValue | null> = PlotContext.Provider

/** Returns what the plot around has for its parts; the part is named for the error. */
export function usePlot(part: string): PlotContextValue {
  const plot = useContext(PlotContext)
  if (plot === null) throw new Error(`${part} is a part of a plot: put it within Chart.Plot.`)
  return plot
}
