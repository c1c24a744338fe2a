import { useRef, type FocusEvent, type RefObject } from 'react'
import { useBrowserLayoutEffect } from '../effects/useBrowserLayoutEffect.ts'

export interface KeptFocus {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
}

/**
 * Calls `restore` where what had the focus was taken away, as a row is that was archived: a browser
 * would let the focus fall back to the top of the page. It gets where that stood, as `placeOf` said.
 */
export function useKeptFocus<Place>(
  rootRef: RefObject<HTMLElement | null>,
  placeOf: (element: Element) => Place,
  restore: (place: Place) => void,
): KeptFocus {
  const held = useRef<{ readonly element: Element; readonly place: Place } | null>(null)
  useBrowserLayoutEffect(() => {
    const lost = held.current
    const page = rootRef.current?.ownerDocument
    if (lost === null || page === undefined) return
    if (lost.element.isConnected && page.activeElement === lost.element) {
      // Its line may stand elsewhere by now.
      held.current = { element: lost.element, place: placeOf(lost.element) }
      return
    }
    const isNowhere = page.activeElement === null || page.activeElement === page.body
    if (lost.element.isConnected || !isNowhere) return
    held.current = null
    restore(lost.place)
  })
  return {
    onFocus: ({ target }) => {
      held.current = { element: target, place: placeOf(target) }
    },
    onBlur: ({ target }) => {
      // An element that is taken away loses the focus as well; after that it is in no page.
      queueMicrotask(() => {
        const isLeft = target.isConnected && target.ownerDocument.activeElement !== target
        if (isLeft && held.current?.element === target) held.current = null
      })
    },
  }
}
