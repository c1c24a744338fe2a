import type { Place } from './rowMarks.ts'

/** A value written beside its point. */
export interface RowLabel extends Place {
  readonly key: 'first' | 'best' | 'last'
  readonly anchor: 'start' | 'middle' | 'end'
  /** Whether its point is the best one. */
  readonly isBest: boolean
}

export interface LabelledPoints {
  readonly first: Place | null
  readonly last: Place | null
  readonly best: Place | null
}

const besidePx = 8
/** About half of a value's width. */
const halfPx = 24

/**
 * Returns where the first, best and last values of a line are written: the first before its point,
 * the last behind it, and the best on the side that the line does not reach, `bestDrop` from it.
 * A point that is two of them is labelled once.
 */
export function rowLabels(
  { first, last, best }: LabelledPoints,
  { width, bestDrop }: { readonly width: number; readonly bestDrop: number },
): readonly RowLabel[] {
  const labels: RowLabel[] = []
  if (first !== null && !isSame(first, last)) {
    const isBest = isSame(first, best)
    labels.push({ key: 'first', anchor: 'end', x: first.x - besidePx, y: first.y, isBest })
  }
  if (best !== null && !isSame(best, first) && !isSame(best, last)) {
    const x = Math.min(width - halfPx, Math.max(halfPx, best.x))
    labels.push({ key: 'best', anchor: 'middle', x, y: best.y + bestDrop, isBest: true })
  }
  if (last !== null) {
    const isBest = isSame(last, best)
    labels.push({ key: 'last', anchor: 'start', x: last.x + besidePx, y: last.y, isBest })
  }
  return labels
}

function isSame(a: Place, b: Place | null): boolean {
  return b !== null && a.x === b.x && a.y === b.y
}
