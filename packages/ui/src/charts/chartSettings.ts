import type { Smoothing, XScale, YRange, YScale } from '@runoff/core'
import { createContext, useContext } from 'react'
import { noSmoothing } from './model/chartModel.ts'
import type { XAxis } from './model/resolveAxis.ts'

/** How the charts of a group are drawn; what one of them is given itself comes first. */
export interface ChartSettings {
  /** What lies along x. Series without steps are placed by what they have. @default 'step' */
  readonly xAxis?: XAxis | undefined
  /** @default 'linear' */
  readonly xScale?: XScale | undefined
  /** @default 'linear' */
  readonly yScale?: YScale | undefined
  /** How far y reaches: to every value, or from the 1st to the 99th percentile. @default 'full' */
  readonly yRange?: YRange | undefined
  /** The raw line stays behind the smoothed one. @default none */
  readonly smoothing?: Smoothing | undefined
}

export type CompleteSettings = {
  readonly [Name in keyof ChartSettings]-?: Exclude<ChartSettings[Name], undefined>
}

export const ChartSettingsContext: React.Context<ChartSettings> =
  /* @__PURE__ */ createContext<ChartSettings>({})

/** Returns how a chart is drawn: as it was told itself, else as its group, else plainly. */
export function useChartSettings(own: ChartSettings): CompleteSettings {
  const group = useContext(ChartSettingsContext)
  return {
    xAxis: own.xAxis ?? group.xAxis ?? 'step',
    xScale: own.xScale ?? group.xScale ?? 'linear',
    yScale: own.yScale ?? group.yScale ?? 'linear',
    yRange: own.yRange ?? group.yRange ?? 'full',
    smoothing: own.smoothing ?? group.smoothing ?? noSmoothing,
  }
}
