import { useRef, type RefObject } from 'react'
import { useBrowserLayoutEffect } from '../effects/useBrowserLayoutEffect.ts'
import type { PickerItem } from './pickerItems.ts'

/** A drawn line and where it stands within all lines. */
export interface PlacedLine {
  readonly key: string
  readonly startPx: number
  readonly endPx: number
}

/**
 * Keeps the lines in sight where they are when others come or go above them, as runs do that are
 * read again. A browser does this on its own only for lines that are all drawn. At the very top
 * nothing is kept, so that what is new comes into sight.
 */
export function useKeptPlace(
  items: readonly PickerItem[],
  drawn: readonly PlacedLine[],
  scrollerRef: RefObject<HTMLElement | null>,
  startOf: (index: number) => number | undefined,
): void {
  const before = useRef({ items, drawn })
  useBrowserLayoutEffect(() => {
    const { items: oldItems, drawn: oldDrawn } = before.current
    before.current = { items, drawn }
    const scroller = scrollerRef.current
    if (oldItems === items || scroller === null || scroller.scrollTop <= 0) return
    const places = new Map(items.map((item, index) => [item.key, index]))
    const kept = oldDrawn.filter(({ key }) => places.has(key))
    const seen = kept.find(({ endPx }) => endPx > scroller.scrollTop)
    // Where all that was in sight is gone, as in a group that was folded, its header remains.
    const line = seen ?? kept.at(-1)
    const start = line === undefined ? undefined : startOf(places.get(line.key) ?? 0)
    if (line === undefined || start === undefined) return
    scroller.scrollTop = seen === undefined ? start : scroller.scrollTop + start - line.startPx
  })
}
