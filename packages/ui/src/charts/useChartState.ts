import { useSyncExternalStore } from 'react'
import type { ChartState, ChartStore } from './chartStore.ts'

/** Returns a part of the shared state, and renders again when that part is another. */
export function useChartState<Part>(store: ChartStore, select: (state: ChartState) => Part): Part {
  const read = (): Part => select(store.get())
  return useSyncExternalStore(store.subscribe, read, read)
}
