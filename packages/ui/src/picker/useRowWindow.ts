import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useMemo, type RefObject } from 'react'
import type { PickerItem } from './pickerItems.ts'
import type { PickerSection } from './pickerSections.ts'
import { useKeptPlace } from './useKeptPlace.ts'

/** Up to so many lines are all drawn: they are cheap, and a page search then finds each of them. */
const maxDrawnLines = 100
/** As the stylesheet has it where a run takes one line; other heights are measured. */
const linePx = { group: 32, run: 38 }
/** Drawn beyond the visible lines, so that the arrow keys and slow scrolling find the next ones. */
const overscanLines = 6
/** What a server draws for, which cannot know the height of the list. */
const serverRect = { width: 800, height: 640 }

export interface RowWindowLine {
  readonly index: number
  readonly item: PickerItem
  /** Height of the lines that are left out above this one. */
  readonly gapPx: number
}

export interface RowWindow {
  readonly lines: readonly RowWindowLine[]
  /** Height of all lines, drawn or not; `null` where all are drawn. */
  readonly totalPx: number | null
  /** For each line that is drawn; reads its index from `data-index`. */
  readonly measure: (element: HTMLElement | null) => void
  readonly scrollToLine: (index: number) => void
}

/**
 * Returns the lines to draw: all of a short list, those in sight of a long one. The line to keep,
 * which Tab leads to, is drawn wherever the list is scrolled to.
 */
export function useRowWindow(
  items: readonly PickerItem[],
  scrollerRef: RefObject<HTMLDivElement | null>,
  keptKey: string | null,
): RowWindow {
  const places = useMemo(() => placesOf(items), [items])
  const kept = keptKey === null ? -1 : (places.lines.get(keptKey) ?? -1)
  const isWindowed = items.length > maxDrawnLines
  const rangeExtractor = useCallback(
    (range: Range) => drawnIndexes(items, places, range, kept),
    [items, places, kept],
  )
  // oxlint-disable-next-line react/incompatible-library -- Nothing of it is memoized here.
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: items.length,
    enabled: isWindowed,
    estimateSize: (index) => linePx[items[index]?.kind ?? 'run'],
    getItemKey: useCallback((index: number) => items[index]?.key ?? index, [items]),
    getScrollElement: () => scrollerRef.current,
    // A short list that becomes a long one may have been scrolled already.
    initialOffset: () => scrollerRef.current?.scrollTop ?? 0,
    initialRect: serverRect,
    overscan: overscanLines,
    rangeExtractor,
  })
  const drawn = isWindowed ? virtualizer.getVirtualItems() : []
  const placed = drawn.map(({ key, start, end }) => ({
    key: String(key),
    startPx: start,
    endPx: end,
  }))
  useKeptPlace(items, placed, scrollerRef, (index) => virtualizer.measurementsCache[index]?.start)
  return {
    lines: isWindowed
      ? windowLines(items, drawn)
      : items.map((item, index) => ({ index, item, gapPx: 0 })),
    totalPx: isWindowed ? virtualizer.getTotalSize() : null,
    measure: virtualizer.measureElement,
    scrollToLine: (index) => {
      if (isWindowed) virtualizer.scrollToIndex(index)
    },
  }
}

/** Where lines stand, so that scrolling does not go through all of them. */
interface LinePlaces {
  readonly lines: ReadonlyMap<string, number>
  readonly headers: ReadonlyMap<PickerSection, number>
}

function placesOf(items: readonly PickerItem[]): LinePlaces {
  const lines = new Map<string, number>()
  const headers = new Map<PickerSection, number>()
  for (const [index, { kind, key, section }] of items.entries()) {
    lines.set(key, index)
    if (kind === 'group') headers.set(section, index)
  }
  return { lines, headers }
}

/** The lines in sight, the one to keep, and the header of the group that the first one is in. */
function drawnIndexes(
  items: readonly PickerItem[],
  { headers }: LinePlaces,
  range: Range,
  kept: number,
): number[] {
  const section = items[range.startIndex]?.section
  const header = (section && headers.get(section)) ?? -1
  const indexes = new Set([header, kept, ...defaultRangeExtractor(range)])
  return [...indexes].filter((index) => index >= 0).toSorted((a, b) => a - b)
}

function windowLines(
  items: readonly PickerItem[],
  drawn: readonly { readonly index: number; readonly start: number; readonly end: number }[],
): readonly RowWindowLine[] {
  return drawn.flatMap(({ index, start }, place) => {
    const item = items[index]
    const above = drawn[place - 1]?.end ?? 0
    return item === undefined ? [] : [{ index, item, gapPx: Math.max(0, start - above) }]
  })
}
