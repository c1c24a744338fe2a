import { completeTableView, type TableView } from '@runoff/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

export interface TableViewOptions {
  /** Makes the host the owner of the view. */
  readonly view?: Partial<TableView> | undefined
  /** Where the view starts while the table owns it. */
  readonly defaultView?: Partial<TableView> | undefined
  readonly onViewChange?: ((view: TableView) => void) | undefined
}

/** Returns the view, the host's own where it gives one, and what changes a part of it. */
export function useTableView(
  options: TableViewOptions,
): readonly [TableView, (change: Partial<TableView>) => void] {
  const { view: given, defaultView, onViewChange } = options
  const [own, setOwn] = useState(() => completeTableView(defaultView))
  const view = useMemo(() => (given === undefined ? own : completeTableView(given)), [given, own])
  const latest = useRef({ view, onViewChange })
  useEffect(() => {
    latest.current = { view, onViewChange }
  })
  const change = useCallback((part: Partial<TableView>) => {
    const next = { ...latest.current.view, ...part }
    // Two changes in one event each keep what the other has done.
    latest.current = { ...latest.current, view: next }
    setOwn(next)
    latest.current.onViewChange?.(next)
  }, [])
  return [view, change]
}
