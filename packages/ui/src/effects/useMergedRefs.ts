import { useCallback, useRef, type Ref, type RefCallback } from 'react'

/** Returns one ref that hands an element to two; it keeps its identity as long as they do. */
export function useMergedRefs<Element>(
  first: Ref<Element> | undefined,
  second: Ref<Element> | undefined,
): RefCallback<Element> {
  const ends = useRef<readonly (() => void)[]>([])
  // It returns nothing itself: React 18 knows no ref that cleans up after itself.
  return useCallback(
    (element) => {
      for (const end of ends.current) end()
      ends.current = element === null ? [] : [hand(first, element), hand(second, element)]
    },
    [first, second],
  )
}

/** Returns what takes the element back. */
function hand<Element>(ref: Ref<Element> | undefined, element: Element): () => void {
  if (typeof ref === 'function') {
    const end = ref(element)
    return typeof end === 'function' ? end : () => void ref(null)
  }
  if (ref === null || ref === undefined) return () => undefined
  ref.current = element
  return () => {
    ref.current = null
  }
}
