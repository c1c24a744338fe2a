import type { ReactNode, Ref } from 'react'
import type { RunSelectionResult } from '@runoff/react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { PickerMessages } from './messages.ts'
import type { TakenNote } from './selectMany.ts'

export interface PickerSummaryProps {
  readonly foundCount: number
  readonly candidateCount: number
  readonly archivedHiddenCount: number
  /** How many runs are searched of how many, where not all are loaded. */
  readonly searched: { readonly loaded: number; readonly total: number | null } | null
  /** Says in place of the count that the runs are not known; `null` where they are. */
  readonly unknown: 'loading' | 'failed' | null
  readonly selection: RunSelectionResult
  readonly note: TakenNote | null
  /** The id of the words that say why checkboxes are disabled. */
  readonly limitId: string
  /** Gets the focus where what had it is gone. */
  readonly countRef: Ref<HTMLSpanElement>
}

/** Says how many runs are found and how many more can be selected. Renders a `<div>`. */
export function PickerSummary(props: PickerSummaryProps): ReactNode {
  const { countRef, ...rest } = props
  const { foundCount, candidateCount, archivedHiddenCount, searched, unknown } = rest
  const { picker } = useMessages()
  const write = useFormatters()
  const total = searched?.total ?? null
  return (
    <div className="runoff-picker-summary">
      <span className="runoff-picker-count" role="status" tabIndex={-1} ref={countRef}>
        {unknown === null && picker.foundRuns(foundCount, candidateCount, write.count)}
        {unknown === 'loading' && picker.loading}
        {archivedHiddenCount > 0 && (
          <span className="runoff-picker-hidden">
            {picker.archivedHidden(archivedHiddenCount, write.count)}
          </span>
        )}
        {searched !== null && (
          <span className="runoff-picker-hidden">
            {picker.onlyLoaded(
              write.count(searched.loaded),
              total === null ? null : write.count(total),
            )}
          </span>
        )}
      </span>
      <span className="runoff-picker-hint" role="status" id={rest.limitId}>
        {hintText(rest, picker, write.count)}
      </span>
    </div>
  )
}

function hintText(
  {
    selection: { selectedIds, isFull, maxSelected },
    note,
  }: Pick<PickerSummaryProps, 'selection' | 'note'>,
  picker: PickerMessages,
  write: (count: number) => string,
): string {
  if (note !== null) return picker.notAllTaken(note.taken, note.wanted, maxSelected, write)
  if (isFull) return picker.limitReached(maxSelected, write)
  if (selectedIds.length === 0) return picker.pickSome(maxSelected, write)
  return selectedIds.length === 1 ? picker.pickOneMore : ''
}
