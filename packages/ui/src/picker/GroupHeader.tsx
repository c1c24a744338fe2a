import { cleanModelName } from '@runoff/core'
import type { ReactNode } from 'react'
import { formatCount } from '../format/formatNumber.ts'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { PickerLineProps } from './PickerRow.tsx'

export interface GroupHeaderProps {
  /** As `cleanModelName` writes it. */
  readonly model: string
  readonly runCount: number
  readonly isCollapsed: boolean
  readonly onToggle: () => void
  readonly line: PickerLineProps
}

/** Names the runs of one model, and folds them. Renders a `<div>` with a heading and a button. */
export function GroupHeader({
  model,
  runCount,
  isCollapsed,
  onToggle,
  line,
}: GroupHeaderProps): ReactNode {
  const { picker } = useMessages()
  const name = useGroupName(model)
  return (
    <div className="runoff-picker-group" {...line}>
      <h3 className="runoff-picker-heading">
        <button
          className="runoff-picker-fold"
          type="button"
          aria-expanded={!isCollapsed}
          title={name}
          onClick={onToggle}
        >
          <svg
            className="runoff-picker-icon"
            viewBox="0 0 12 12"
            aria-hidden="true"
            focusable="false"
          >
            <path d="M4 2.5L8 6l-4 3.5" />
          </svg>
          <bdi>{name}</bdi>{' '}
          <span className="runoff-picker-group-count">
            {picker.groupCount(runCount, formatCount)}
          </span>
        </button>
      </h3>
    </div>
  )
}

/** Returns what a group is called, with what its model's name hides written out. */
export function useGroupName(model: string): string {
  const { picker } = useMessages()
  return model === cleanModelName(null) ? picker.unknownModel : visibleText(model)
}
