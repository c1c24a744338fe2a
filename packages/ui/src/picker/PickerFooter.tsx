import type { ReactNode } from 'react'
import { formatCount } from '../format/formatNumber.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { RunListState } from './runListState.ts'

export interface PickerFooterProps {
  readonly list: RunListState
  readonly foundCount: number
  /** How many runs are shown until all are asked for. */
  readonly limit: number
  readonly showAll: boolean
  readonly onShowAllChange: (showAll: boolean) => void
}

/** Leads to the runs that are not shown, and to those not loaded. Renders a `<div>`, or nothing. */
export function PickerFooter({
  list,
  foundCount,
  limit,
  showAll,
  onShowAllChange,
}: PickerFooterProps): ReactNode {
  const { picker } = useMessages()
  const isLimited = foundCount > limit
  const { loadMore } = list
  const hasMore = list.hasMore === true && loadMore !== undefined
  if (!isLimited && !hasMore) return null
  return (
    <div className="runoff-picker-footer">
      {isLimited && (
        <button
          className="runoff-picker-button"
          type="button"
          onClick={() => onShowAllChange(!showAll)}
        >
          {showAll ? picker.showFewer : picker.showAll(foundCount, formatCount)}
        </button>
      )}
      {hasMore && (
        <button
          className="runoff-picker-button"
          type="button"
          aria-disabled={list.isLoadingMore === true}
          onClick={() => list.isLoadingMore !== true && loadMore()}
        >
          {list.isLoadingMore === true ? picker.loadingMore : picker.loadMore}
        </button>
      )}
      {hasMore && typeof list.total === 'number' && (
        <span className="runoff-picker-hidden">
          {picker.loadedRuns(list.runs.length, list.total, formatCount)}
        </span>
      )}
    </div>
  )
}
