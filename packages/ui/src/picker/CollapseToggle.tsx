import type { ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'

export interface CollapseToggleProps {
  readonly isCollapsed: boolean
  /** The id of what is folded. */
  readonly controlsId: string
  /** `null` where it is not known. */
  readonly runCount: number | null
  readonly selectedCount: number
  readonly onCollapsedChange: (isCollapsed: boolean) => void
}

/** Folds the list, and says of a folded one how much it holds. Renders a `<div>`. */
export function CollapseToggle(props: CollapseToggleProps): ReactNode {
  const { isCollapsed, controlsId, runCount, selectedCount, onCollapsedChange } = props
  const { picker } = useMessages()
  const write = useFormatters()
  return (
    <div className="runoff-picker-collapse">
      {isCollapsed && (
        <span className="runoff-picker-held">
          {runCount !== null && picker.someRuns(runCount, write.count)}
          {selectedCount > 0 && (
            <span className="runoff-picker-hidden">
              {picker.selectedCount(selectedCount, write.count)}
            </span>
          )}
        </span>
      )}
      <button
        className="runoff-picker-link"
        type="button"
        aria-expanded={!isCollapsed}
        aria-controls={controlsId}
        onClick={() => onCollapsedChange(!isCollapsed)}
      >
        {isCollapsed ? picker.showList : picker.hideList}
      </button>
    </div>
  )
}
