import { useCallback, useEffect, useSyncExternalStore } from 'react'

/** Tells of changes that the browser's own buttons make. */
function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange)
  return () => removeEventListener('popstate', onChange)
}

/**
 * Returns a parameter of the address, and what goes to another value. While the address has none,
 * `otherwise` is noted in it, so that a link leads to the same place whatever comes first later.
 */
export function useAddressParam(
  key: string,
  otherwise: string | null,
): readonly [string | null, (value: string) => void] {
  const read = useCallback(() => new URLSearchParams(location.search).get(key), [key])
  const value = useSyncExternalStore(subscribe, read)
  useEffect(() => {
    if (read() !== null || otherwise === null) return
    history.replaceState(history.state, '', addressWith(key, otherwise))
  }, [read, key, otherwise])
  const set = useCallback(
    (next: string) => {
      const url = addressWith(key, next)
      // What was set for the other place says nothing of this one.
      url.hash = ''
      history.pushState(null, '', url)
      dispatchEvent(new PopStateEvent('popstate'))
    },
    [key],
  )
  return [value ?? otherwise, set]
}

function addressWith(key: string, value: string): URL {
  const url = new URL(location.href)
  url.searchParams.set(key, value)
  return url
}
