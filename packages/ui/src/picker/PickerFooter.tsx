import type { ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { RunListState } from './runListState.ts'
import type { LoadAll } from './useLoadAll.ts'

export interface PickerFooterProps {
  readonly list: RunListState
  readonly loadAll: LoadAll
  readonly foundCount: number
  /** How many runs are shown until all are asked for. */
  readonly limit: number
  readonly showAll: boolean
  readonly onShowAllChange: (showAll: boolean) => void
}

/** Leads to the runs that are not shown, and to those not loaded. Renders a `<div>`, or nothing. */
export function PickerFooter(props: PickerFooterProps): ReactNode {
  const { list, foundCount, limit, showAll, onShowAllChange } = props
  const { picker } = useMessages()
  const write = useFormatters()
  const isLimited = foundCount > limit
  const hasMore = list.hasMore === true && list.loadMore !== undefined
  if (!isLimited && !hasMore) return null
  return (
    <div className="runoff-picker-footer">
      {isLimited && (
        <button
          className="runoff-picker-button"
          type="button"
          onClick={() => onShowAllChange(!showAll)}
        >
          {showAll ? picker.showFewer : picker.showAll(foundCount, write.count)}
        </button>
      )}
      {hasMore && <LoadButtons {...props} />}
      {hasMore && typeof list.total === 'number' && (
        <span className="runoff-picker-hidden">
          {picker.loadedRuns(list.runs.length, list.total, write.count)}
        </span>
      )}
    </div>
  )
}

function LoadButtons({ list, loadAll }: PickerFooterProps): ReactNode {
  const { picker } = useMessages()
  const { isLoadingAll, setLoadingAll } = loadAll
  const isLoading = list.isLoadingMore === true || isLoadingAll
  return (
    <>
      <button
        className="runoff-picker-button"
        type="button"
        aria-disabled={isLoading}
        onClick={() => !isLoading && list.loadMore?.()}
      >
        {isLoading ? picker.loadingMore : picker.loadMore}
      </button>
      <button
        className="runoff-picker-button"
        type="button"
        onClick={() => setLoadingAll(!isLoadingAll)}
      >
        {isLoadingAll ? picker.stopLoading : picker.loadAll}
      </button>
    </>
  )
}
