import { createContext, useContext, useState, type ReactNode } from 'react'
import { ChartSettingsContext, type ChartSettings } from './chartSettings.ts'
import { createChartStore, type ChartStore, type XDomain } from './chartStore.ts'
import { useControlledDomain, type ControlledDomain } from './useControlledDomain.ts'

const ChartGroupContext = /* @__PURE__ */ createContext<ChartStore | null>(null)

export interface ChartGroupProps {
  /** The x that all charts show; `null` is everything. Left out, the group keeps it itself. */
  readonly xDomain?: XDomain | null
  /** Called when a zoom of any chart has ended. */
  readonly onXDomainChange?: (xDomain: XDomain | null) => void
  /** How all charts are drawn that are not told otherwise. Keep it between renders. */
  readonly settings?: ChartSettings
  readonly children?: ReactNode
}

const plain: ChartSettings = {}

/**
 * Makes the charts within it one: one crosshair, one zoom, one set of hidden and highlighted runs,
 * one way of being drawn, and one frame loop. Renders no element.
 */
export function ChartGroup(props: ChartGroupProps): ReactNode {
  const { xDomain, onXDomainChange, settings = plain, children } = props
  const [store] = useState(() => createChartStore(xDomain ?? null))
  return (
    <ChartGroupContext.Provider value={store}>
      {(xDomain !== undefined || onXDomainChange !== undefined) && (
        <HostDomain store={store} xDomain={xDomain} onXDomainChange={onXDomainChange} />
      )}
      <ChartSettingsContext.Provider value={settings}>{children}</ChartSettingsContext.Provider>
    </ChartGroupContext.Provider>
  )
}

/** Keeps the store at what a host wants, where there is one. Renders nothing. */
function HostDomain({
  store,
  ...control
}: ControlledDomain & { readonly store: ChartStore }): ReactNode {
  useControlledDomain(store, control)
  return null
}

/** Returns the store of the group around, or one of its own for a chart that stands alone. */
export function useChartStore(xDomain: XDomain | null | undefined): ChartStore {
  const group = useContext(ChartGroupContext)
  const [own] = useState(() => createChartStore(xDomain ?? null))
  return group ?? own
}
