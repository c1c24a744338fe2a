import { useCallback, useRef } from 'react'
import { useBrowserLayoutEffect } from '../effects/useBrowserLayoutEffect.ts'

/** Returns a function that stays the same and does what was given last; for events alone. */
export function useStableCallback<Arguments extends readonly unknown[], Result>(
  callback: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  const latest = useRef(callback)
  useBrowserLayoutEffect(() => {
    latest.current = callback
  })
  return useCallback((...given) => latest.current(...given), [])
}
