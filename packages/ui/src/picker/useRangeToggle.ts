import type { RunSelectionResult } from '@runoff/react'
import { useRef } from 'react'
import type { SelectMany } from './selectMany.ts'
import { useStableCallback } from './useStableCallback.ts'

export interface RangeToggle {
  /**
   * Selects or deselects a run, and with `isRange` all runs from the one before, as far as there is
   * room, the nearest to that one first.
   */
  readonly toggle: (id: string, isRange: boolean) => void
  /**
   * Makes the range that is being selected reach from where it began to a run. Returns whether it
   * does: there may be no room.
   */
  readonly extend: (fromId: string, toId: string) => boolean
}

interface Extension {
  readonly anchorId: string
  readonly toId: string
  /** What was selected before, without the range. */
  readonly base: readonly string[]
  /** What is selected with it. */
  readonly selectedIds: readonly string[]
}

/** Returns what the checkboxes of the runs and the keys call. Both functions stay the same. */
export function useRangeToggle(
  selection: RunSelectionResult,
  many: SelectMany,
  shownIds: readonly string[],
): RangeToggle {
  const previousId = useRef<string | null>(null)
  const extension = useRef<Extension | null>(null)
  const toggle = useStableCallback((id: string, isRange: boolean): void => {
    const range = isRange ? idsBetween(shownIds, previousId.current, id) : [id]
    previousId.current = id
    extension.current = null
    if (range.length <= 1) selection.toggle(id)
    else if (!selection.isSelected(id)) many.add(range)
    else selection.select(selection.selectedIds.filter((other) => !range.includes(other)))
  })
  const extend = useStableCallback((fromId: string, toId: string): boolean => {
    const held = extension.current
    // What was selected or taken out otherwise since then is not to be undone.
    const isGoingOn = held?.toId === fromId && isSame(held.selectedIds, selection.selectedIds)
    const anchorId = isGoingOn ? held.anchorId : fromId
    const range = idsBetween(shownIds, anchorId, toId)
    const base = isGoingOn ? held.base : selection.selectedIds.filter((id) => id !== anchorId)
    const next = [...new Set([...base, ...range])]
    if (next.length > selection.maxSelected) return false
    extension.current = { anchorId, toId, base, selectedIds: next }
    previousId.current = anchorId
    selection.select(next)
    return true
  })
  return { toggle, extend }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, place) => id === b[place])
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
