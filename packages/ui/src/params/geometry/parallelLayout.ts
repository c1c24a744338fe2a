/** Where the axes of parallel coordinates stand, in CSS pixels. */
export interface ParallelLayout {
  readonly xs: readonly number[]
  readonly top: number
  readonly height: number
  /** Of the whole drawing: more than there is where the axes would stand too close. */
  readonly width: number
}

export interface ParallelRoom {
  readonly width: number
  readonly height: number
}

/** Two axes stand at least so far apart that the labels between them can be read. */
export const leastAxisGapPx = 84
/** Left of the first axis stand its ticks, right of the last the value of a run. */
const leftPx = 66
const rightPx = 54
const topPx = 38
const bottomPx = 14

/** Returns the places of `count` axes: spread over the width, one alone in its middle. */
export function parallelLayout(count: number, room: ParallelRoom): ParallelLayout {
  const gaps = Math.max(0, count - 1)
  const width = Math.max(room.width, gaps * leastAxisGapPx + leftPx + rightPx)
  const gap = gaps === 0 ? 0 : (width - leftPx - rightPx) / gaps
  const first = gaps === 0 ? width / 2 : leftPx
  return {
    xs: Array.from({ length: count }, (_, i) => first + i * gap),
    top: topPx,
    height: Math.max(0, room.height - topPx - bottomPx),
    width,
  }
}

/** Returns the place in pixels of a share of an axis: 0 is at its foot. */
export function shareToY({ top, height }: ParallelLayout, share: number): number {
  return top + (1 - share) * height
}

/** Returns the share of an axis at a place in pixels, within 0 and 1. */
export function yToShare({ top, height }: ParallelLayout, y: number): number {
  if (height === 0) return 0
  return Math.min(1, Math.max(0, 1 - (y - top) / height))
}
