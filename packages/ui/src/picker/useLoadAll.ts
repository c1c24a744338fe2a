import { useEffect, useState } from 'react'
import type { RunListState } from './runListState.ts'

export interface LoadAll {
  /** Whether one page after another is being loaded. */
  readonly isLoadingAll: boolean
  readonly setLoadingAll: (isLoadingAll: boolean) => void
}

/**
 * Loads page after page of a list while it is told to, and stops at its end or at a failure. Each
 * page that came asks for the next, also of a list that does not say that it is loading.
 */
export function useLoadAll(list: RunListState): LoadAll {
  const { status, hasMore, isLoadingMore, loadMore } = list
  const [isWanted, setWanted] = useState(false)
  const canLoad = hasMore === true && loadMore !== undefined && status !== 'error'
  if (isWanted && !canLoad) setWanted(false)
  const loadedCount = list.runs.length
  const mustLoad = isWanted && canLoad && isLoadingMore !== true
  useEffect(() => {
    if (mustLoad) loadMore?.()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- Each page that came asks for the next.
  }, [mustLoad, loadMore, loadedCount])
  return { isLoadingAll: isWanted && canLoad, setLoadingAll: setWanted }
}
