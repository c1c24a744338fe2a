import type { RunSelectionResult } from '@runoff/react'
import { useState } from 'react'

/** That there was no room for all the runs that were to be selected at once. */
export interface TakenNote {
  readonly taken: number
  readonly wanted: number
}

export interface SelectMany {
  /** Selects these runs too, the first of them as far as there is room. */
  readonly add: (ids: readonly string[]) => void
  /** What there was no room for; `null` once the selection is another. */
  readonly note: TakenNote | null
}

interface Held extends TakenNote {
  /** The selection that it came to. */
  readonly selectedIds: readonly string[]
}

/** Returns the ids after a selection, and of those that were new how many there was room for. */
export function withMany(
  { selectedIds, maxSelected }: Pick<RunSelectionResult, 'selectedIds' | 'maxSelected'>,
  ids: readonly string[],
): Held {
  const before = new Set(selectedIds)
  const wanted = [...new Set(ids)].filter((id) => !before.has(id))
  const next = [...selectedIds, ...wanted].slice(0, maxSelected)
  return {
    selectedIds: next,
    taken: Math.max(0, next.length - selectedIds.length),
    wanted: wanted.length,
  }
}

/** Selects several runs at once, and remembers where there was no room for all. */
export function useSelectMany(selection: RunSelectionResult): SelectMany {
  const [held, setHeld] = useState<Held | null>(null)
  const isCurrent =
    held !== null &&
    held.taken < held.wanted &&
    JSON.stringify(held.selectedIds) === JSON.stringify(selection.selectedIds)
  return {
    add: (ids) => {
      const next = withMany(selection, ids)
      setHeld(next)
      selection.select(next.selectedIds)
    },
    note: isCurrent ? held : null,
  }
}
