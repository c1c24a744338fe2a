import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { RunoffError } from '@runoff/core'
import { useSharedList } from '../stable/useShared.ts'
import { keepSame, limitedIds, toggledIds } from './selectedIds.ts'

export interface RunSelectionOptions {
  /** At most so many runs; `Infinity` for any number. @default 5 */
  readonly maxSelected?: number
  /** The ids of the selected runs, where the host keeps them. */
  readonly selectedIds?: readonly string[]
  /** What is selected at first, where it does not. */
  readonly defaultSelectedIds?: readonly string[]
  /** Called with the next selection, and only where it differs. */
  readonly onSelectedIdsChange?: (selectedIds: readonly string[]) => void
}

export interface RunSelectionResult {
  /** In the order they were selected in, each once, never more than `maxSelected`. */
  readonly selectedIds: readonly string[]
  readonly maxSelected: number
  /** Whether no further run can be selected. */
  readonly isFull: boolean
  readonly isSelected: (id: string) => boolean
  /** Whether `toggle(id)` would do anything: the run is selected, or there is room for it. */
  readonly canSelect: (id: string) => boolean
  /** Selects the run or takes it out; does nothing where there is no room. */
  readonly toggle: (id: string) => void
  /** Selects exactly these runs, the first `maxSelected` of them. */
  readonly select: (ids: readonly string[]) => void
  readonly clear: () => void
}

const nothing: readonly string[] = []

/**
 * Keeps which runs are selected. It knows ids, not runs, so a refresh or a filter changes nothing.
 *
 * The actions keep their identity, and several in a row each see what the one before has done.
 * Needs no provider.
 *
 * @throws {RunoffError} `bad-option` when `maxSelected` is not a whole number of at least 1.
 */
export function useRunSelection(options: RunSelectionOptions = {}): RunSelectionResult {
  const { defaultSelectedIds = nothing, onSelectedIdsChange } = options
  const maxSelected = checkMaxSelected(options.maxSelected ?? 5)
  const [own, setOwn] = useState(defaultSelectedIds)
  const selectedIds = useSharedList(limitedIds(options.selectedIds ?? own, maxSelected))

  const latest = useRef({ selectedIds, maxSelected, onSelectedIdsChange })
  useEffect(() => {
    latest.current = { selectedIds, maxSelected, onSelectedIdsChange }
  })
  const change = useCallback(
    (next: NextIds) => {
      const before = latest.current
      const ids = next(before.selectedIds, before.maxSelected)
      if (ids === before.selectedIds) return
      latest.current = { ...before, selectedIds: ids }
      // Also where the host keeps the ids: if it refuses, this render brings its own back.
      setOwn(ids)
      before.onSelectedIdsChange?.(ids)
    },
    [setOwn],
  )
  const toggle = useCallback(
    (id: string) => change((ids, max) => toggledIds(ids, id, max)),
    [change],
  )
  const select = useCallback(
    (wanted: readonly string[]) => change((ids, max) => keepSame(ids, limitedIds(wanted, max))),
    [change],
  )
  const clear = useCallback(() => change((ids) => keepSame(ids, [])), [change])

  return useMemo(() => {
    const selected = new Set(selectedIds)
    const isFull = selected.size >= maxSelected
    const isSelected = (id: string): boolean => selected.has(id)
    const canSelect = (id: string): boolean => !isFull || selected.has(id)
    return { selectedIds, maxSelected, isFull, isSelected, canSelect, toggle, select, clear }
  }, [selectedIds, maxSelected, toggle, select, clear])
}

type NextIds = (ids: readonly string[], maxSelected: number) => readonly string[]

function checkMaxSelected(maxSelected: number): number {
  if (maxSelected === Infinity || (Number.isInteger(maxSelected) && maxSelected >= 1)) {
    return maxSelected
  }
  throw new RunoffError(
    'bad-option',
    `maxSelected needs a whole number of at least 1, and got ${maxSelected}. ` +
      'Pass how many runs can be compared, or Infinity for any number.',
  )
}
