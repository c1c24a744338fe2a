import { useCallback, useRef } from 'react'
import { useBrowserLayoutEffect } from './useBrowserLayoutEffect.ts'

/** Finds an element once it is drawn, `null` where it is not there. */
export type FindDrawn = () => HTMLElement | null

/**
 * Returns what gives the focus to an element that the change made beside it draws: as a button does
 * that goes away with what it has shown, whose focus would fall back to the top of the page.
 */
export function useFocusDrawn(): (find: FindDrawn) => void {
  const wanted = useRef<FindDrawn | null>(null)
  useBrowserLayoutEffect(() => {
    const find = wanted.current
    wanted.current = null
    find?.()?.focus()
  })
  return useCallback((find) => {
    wanted.current = find
  }, [])
}
