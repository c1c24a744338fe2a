import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { ChartStore } from './chartStore.ts'
import { useChartState } from './useChartState.ts'

/** Shows everything again. Renders a `<button>`, and nothing where everything is shown. */
export function ResetZoom({ store }: { readonly store: ChartStore }): ReactNode {
  const { charts } = useMessages()
  const domain = useChartState(store, (state) => state.settledDomain)
  if (domain === null) return null
  return (
    <button
      type="button"
      className="runoff-chart-button"
      onClick={() => store.set({ domain: null, settledDomain: null })}
    >
      {charts.resetZoom}
    </button>
  )
}
