import type { Run } from '@runoff/core'
import type { RunSelectionResult } from '@runoff/react'

/** What selecting a whole group would do; `full` where there is room for none of its runs. */
export interface GroupTicking {
  readonly kind: 'select' | 'deselect' | 'full'
  readonly ids: readonly string[]
}

/**
 * Returns what the button of a group does: it selects those of its runs that are not, in the order
 * of the list, and takes them out where all are selected or none of the others has room.
 */
export function groupTicking(
  runs: readonly Run[],
  { isSelected, isFull }: Pick<RunSelectionResult, 'isSelected' | 'isFull'>,
): GroupTicking {
  const ids = runs.map((run) => run.id)
  const selected = ids.filter(isSelected)
  const isDone = selected.length === ids.length || (isFull && selected.length > 0)
  if (isDone) return { kind: 'deselect', ids: selected }
  return { kind: isFull ? 'full' : 'select', ids }
}
