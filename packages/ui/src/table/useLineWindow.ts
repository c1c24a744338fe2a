import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, type RefObject } from 'react'
import type { SummaryLine } from './summaryLines.ts'

/** Up to so many lines are all drawn: they are cheap, and a page search then finds each of them. */
const maxDrawnLines = 100
/** As the stylesheet has it: every line is one line of text. */
const linePx = 33
const headPx = 40
/** Drawn beyond the visible lines, so that arrow keys and fast scrolling find the next ones. */
const overscanLines = 12

export interface LineWindow {
  /** The drawn lines, with their places among all of them. */
  readonly lines: readonly { readonly line: SummaryLine; readonly index: number }[]
  /** The heights of what is left out above each of the drawn lines, and after the last. */
  readonly gapsPx: readonly number[]
  readonly reveal: (key: string) => void
}

export interface LineWindowOptions {
  readonly scrollerRef: RefObject<HTMLElement | null>
  /** The line that stays drawn wherever the table is scrolled to: the one with the focus. */
  readonly keptKey: string | null
  /** Whether there is a layout to draw for; before, the first lines are drawn. */
  readonly isLaidOut: boolean
}

/** Whether only the lines in sight are drawn, so that each says which of all it is. */
export function isLongTable(lines: readonly SummaryLine[]): boolean {
  return lines.length > maxDrawnLines
}

/** Returns the lines to draw: all of a short table, those in sight of a long one. */
export function useLineWindow(
  lines: readonly SummaryLine[],
  { scrollerRef, keptKey, isLaidOut }: LineWindowOptions,
): LineWindow {
  const isWindowed = isLongTable(lines)
  const kept = isWindowed && keptKey !== null ? lines.findIndex(({ key }) => key === keptKey) : -1
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = new Set(defaultRangeExtractor(range))
      if (kept >= 0) indexes.add(kept)
      return [...indexes].toSorted((a, b) => a - b)
    },
    [kept],
  )
  // oxlint-disable-next-line react/incompatible-library -- Nothing of it is memoized here.
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: lines.length,
    enabled: isWindowed && isLaidOut,
    estimateSize: () => linePx,
    getScrollElement: () => scrollerRef.current,
    initialOffset: () => scrollerRef.current?.scrollTop ?? 0,
    overscan: overscanLines,
    scrollPaddingStart: headPx,
    rangeExtractor,
  })
  const all = lines.map((line, index) => ({ line, index }))
  const reveal = (key: string): void => {
    const index = lines.findIndex((line) => line.key === key)
    if (isWindowed && index >= 0) virtualizer.scrollToIndex(index)
  }
  if (!isWindowed || !isLaidOut) {
    const drawn = all.slice(0, maxDrawnLines)
    return { lines: drawn, gapsPx: [], reveal }
  }
  const drawn = virtualizer.getVirtualItems()
  const starts = [...drawn.map(({ start }) => start), virtualizer.getTotalSize()]
  return {
    lines: drawn.flatMap(({ index }) => all[index] ?? []),
    gapsPx: starts.map((start, place) => Math.max(0, start - (drawn[place - 1]?.end ?? 0))),
    reveal,
  }
}
