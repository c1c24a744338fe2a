import { createContext, useContext, type Provider } from 'react'
import type { ChartModel } from '../model/chartModel.ts'

/** Makes the model of a chart whose runs have each a line of their own. */
export type MakeUngrouped = () => ChartModel

const UngroupedModelContext = /* @__PURE__ */ createContext<MakeUngrouped | null>(null)

export const UngroupedModelProvider: Provider<MakeUngrouped | null> = UngroupedModelContext.Provider

/** Returns what makes the model without groups; `null` where the chart did not say. */
export function useUngroupedModel(): MakeUngrouped | null {
  return useContext(UngroupedModelContext)
}
