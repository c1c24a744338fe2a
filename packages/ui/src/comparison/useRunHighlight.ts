import { useCallback } from 'react'
import { useChartStore } from '../charts/ChartGroup.tsx'
import { useChartState } from '../charts/useChartState.ts'

export interface RunHighlight {
  readonly highlightedRunId: string | null
  readonly onHighlightedRunChange: (runId: string | null) => void
}

/** Returns the run that stands out in every part of the page, and what changes it. */
export function useRunHighlight(): RunHighlight {
  const store = useChartStore(null)
  const highlightedRunId = useChartState(store, (state) => state.highlightedRunId)
  const onHighlightedRunChange = useCallback(
    (runId: string | null) => {
      if (store.get().highlightedRunId !== runId) store.set({ highlightedRunId: runId })
    },
    [store],
  )
  return { highlightedRunId, onHighlightedRunChange }
}
