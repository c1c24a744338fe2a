import { useCallback, useSyncExternalStore } from 'react'

/** Tells of changes that the browser's own buttons make. */
function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange)
  return () => removeEventListener('popstate', onChange)
}

/**
 * Returns a parameter of the address, and what sets it, so that a link leads to the same place. What
 * else the address holds is left alone.
 */
export function useAddressParam(key: string): readonly [string | null, (value: string) => void] {
  const read = useCallback(() => new URLSearchParams(location.search).get(key), [key])
  const value = useSyncExternalStore(subscribe, read)
  const set = useCallback(
    (next: string) => {
      const url = new URL(location.href)
      url.searchParams.set(key, next)
      // What was set for the other place says nothing of this one.
      url.hash = ''
      history.pushState(null, '', url)
      dispatchEvent(new PopStateEvent('popstate'))
    },
    [key],
  )
  return [value, set]
}
