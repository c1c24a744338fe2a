import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

export interface PartViewOptions<View> {
  /** Makes the host the owner of the view. */
  readonly view?: Partial<View> | undefined
  /** Where the view starts while the part owns it. */
  readonly defaultView?: Partial<View> | undefined
  readonly onViewChange?: ((view: View) => void) | undefined
}

/**
 * Returns the view of a part, the host's own where it gives one, and what changes some of it.
 * `complete` makes a whole view of what is given; keep it between renders.
 */
export function usePartView<View extends object>(
  complete: (part: unknown) => View,
  { view: given, defaultView, onViewChange }: PartViewOptions<View>,
): readonly [View, (change: Partial<View>) => void] {
  const [own, setOwn] = useState(() => complete(defaultView))
  const view = useMemo(() => (given === undefined ? own : complete(given)), [complete, given, own])
  const latest = useRef({ view, onViewChange })
  useEffect(() => {
    latest.current = { view, onViewChange }
  })
  const change = useCallback((part: Partial<View>) => {
    const next = { ...latest.current.view, ...part }
    // Two changes in one event each keep what the other has done.
    latest.current = { ...latest.current, view: next }
    setOwn(next)
    latest.current.onViewChange?.(next)
  }, [])
  return [view, change]
}
