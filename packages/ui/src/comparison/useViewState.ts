import { completeView, type ComparisonView, type ComparisonViewInput } from '@runoff/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

export interface ViewStateOptions {
  /** Makes the host the owner of the view. */
  readonly view?: ComparisonViewInput | undefined
  /** Where the view starts while the page owns it. */
  readonly defaultView?: ComparisonViewInput | undefined
  readonly onViewChange?: ((view: ComparisonView) => void) | undefined
}

/** Returns the view, the host's own where it gives one, and what changes a part of it. */
export function useViewState(
  options: ViewStateOptions,
): readonly [ComparisonView, (change: Partial<ComparisonView>) => void] {
  const { view: given, defaultView, onViewChange } = options
  const [own, setOwn] = useState(() => completeView(defaultView))
  const view = useMemo(() => (given === undefined ? own : completeView(given)), [given, own])
  const latest = useRef({ view, onViewChange })
  useEffect(() => {
    latest.current = { view, onViewChange }
  })
  const change = useCallback((part: Partial<ComparisonView>) => {
    const next = { ...latest.current.view, ...part }
    // Two changes in one event each keep what the other has done.
    latest.current = { ...latest.current, view: next }
    setOwn(next)
    latest.current.onViewChange?.(next)
  }, [])
  return [view, change]
}
