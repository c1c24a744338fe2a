import type { ReactNode } from 'react'
import type { RunSelectionResult } from '@runoff/react'
import { formatCount } from '../format/formatNumber.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { PickerMessages } from './messages.ts'

export interface PickerSummaryProps {
  readonly foundCount: number
  readonly candidateCount: number
  readonly archivedHiddenCount: number
  /** Says in place of the count that the runs are not known; `null` where they are. */
  readonly unknown: 'loading' | 'failed' | null
  readonly selection: RunSelectionResult
  /** The id of the words that say why checkboxes are disabled. */
  readonly limitId: string
}

/** Says how many runs are found and how many more can be selected. Renders a `<div>`. */
export function PickerSummary({
  foundCount,
  candidateCount,
  archivedHiddenCount,
  unknown,
  selection,
  limitId,
}: PickerSummaryProps): ReactNode {
  const { picker } = useMessages()
  return (
    <div className="runoff-picker-summary">
      <span className="runoff-picker-count" role="status">
        {unknown === null && picker.foundRuns(foundCount, candidateCount, formatCount)}
        {unknown === 'loading' && picker.loading}
        {archivedHiddenCount > 0 && (
          <span className="runoff-picker-hidden">
            {picker.archivedHidden(archivedHiddenCount, formatCount)}
          </span>
        )}
      </span>
      <span className="runoff-picker-hint" role="status" id={limitId}>
        {hintText(selection, picker)}
      </span>
    </div>
  )
}

function hintText(
  { selectedIds, isFull, maxSelected }: RunSelectionResult,
  picker: PickerMessages,
): string {
  if (isFull) return picker.limitReached(maxSelected)
  if (selectedIds.length === 0) return picker.pickSome(maxSelected)
  return selectedIds.length === 1 ? picker.pickOneMore : ''
}
