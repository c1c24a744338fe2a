import { useState } from 'react'

/** A list of which only the first entries are shown until all are asked for. */
export interface CutList<Item> {
  readonly shown: readonly Item[]
  readonly total: number
  /** Whether there are more than are shown at first. */
  readonly isLong: boolean
  readonly isOpen: boolean
  readonly toggle: () => void
}

/** Returns the first `max` entries of a list, or all of them once they were asked for. */
export function useCutList<Item>(items: readonly Item[], max: number): CutList<Item> {
  const [isOpen, setIsOpen] = useState(false)
  // To say that there is one more takes as much room as the one.
  const isLong = items.length > max + 1
  return {
    shown: isLong && !isOpen ? items.slice(0, max) : items,
    total: items.length,
    isLong,
    isOpen,
    toggle: () => setIsOpen(!isOpen),
  }
}
