import type { RunSelectionResult } from '@runoff/react'
import { useRef } from 'react'

/**
 * Returns what a run's checkbox calls: it selects or deselects the run, and with `isRange` all
 * runs from the one before, as far as there is room, the nearest to that one first.
 */
export function useRangeToggle(
  selection: RunSelectionResult,
  shownIds: readonly string[],
): (id: string, isRange: boolean) => void {
  const previousId = useRef<string | null>(null)
  return (id, isRange) => {
    const range = isRange ? idsBetween(shownIds, previousId.current, id) : [id]
    previousId.current = id
    if (range.length <= 1) selection.toggle(id)
    else selection.select(toggledIds(selection, range, !selection.isSelected(id)))
  }
}

/** Returns the ids from one to another, in that direction, both included; none if one is not there. */
export function idsBetween(
  ids: readonly string[],
  from: string | null,
  to: string,
): readonly string[] {
  const start = from === null ? -1 : ids.indexOf(from)
  const end = ids.indexOf(to)
  if (start < 0 || end < 0) return []
  return start <= end ? ids.slice(start, end + 1) : ids.slice(end, start + 1).toReversed()
}

function toggledIds(
  { selectedIds, maxSelected }: Pick<RunSelectionResult, 'selectedIds' | 'maxSelected'>,
  range: readonly string[],
  isSelected: boolean,
): readonly string[] {
  if (!isSelected) return selectedIds.filter((id) => !range.includes(id))
  return [...new Set([...selectedIds, ...range])].slice(0, maxSelected)
}
