import { defaultDiffView, type DiffView } from '@runoff/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

export interface DiffViewOptions {
  /** Makes the host the owner of the view. */
  readonly view?: Partial<DiffView> | undefined
  /** Where the view starts while the part owns it. */
  readonly defaultView?: Partial<DiffView> | undefined
  readonly onViewChange?: ((view: DiffView) => void) | undefined
}

/** Returns the view, the host's own where it gives one, and what changes a part of it. */
export function useDiffView(
  options: DiffViewOptions,
): readonly [DiffView, (change: Partial<DiffView>) => void] {
  const { view: given, defaultView, onViewChange } = options
  const [own, setOwn] = useState<DiffView>(() => ({ ...defaultDiffView, ...defaultView }))
  const view = useMemo(
    () => (given === undefined ? own : { ...defaultDiffView, ...given }),
    [given, own],
  )
  const latest = useRef({ view, onViewChange })
  useEffect(() => {
    latest.current = { view, onViewChange }
  })
  const change = useCallback((part: Partial<DiffView>) => {
    const next = { ...latest.current.view, ...part }
    // Two changes in one event each keep what the other has done.
    latest.current = { ...latest.current, view: next }
    setOwn(next)
    latest.current.onViewChange?.(next)
  }, [])
  return [view, change]
}
