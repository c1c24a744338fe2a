import { shareToY, type ParallelLayout } from './parallelLayout.ts'

/** The lines of all runs: where each crosses each axis. */
export interface ParallelLines {
  readonly runs: number
  readonly axes: number
  /** Run after run, the share of each axis; `NaN` where a run has no value there. */
  readonly shares: Float64Array
}

/** The part of an axis that runs must cross, as shares; `null` is all of it. */
export type ShareRange = readonly [low: number, high: number] | null

/** A range that was made of values may miss its own ends by the last digit. */
const slack = 1e-9

/**
 * Returns which runs cross every axis within its range, one entry a run: 1 or 0.
 *
 * A run without a value on an axis with a range is not within it.
 */
export function runsWithin(
  { runs, axes, shares }: ParallelLines,
  ranges: readonly ShareRange[],
): Uint8Array {
  const within = new Uint8Array(runs).fill(1)
  for (let axis = 0; axis < axes; axis++) {
    const range = ranges[axis] ?? null
    if (range === null) continue
    const [low, high] = range
    for (let run = 0; run < runs; run++) {
      const share = shares[run * axes + axis] as number
      if (!(share >= low - slack && share <= high + slack)) within[run] = 0
    }
  }
  return within
}

/**
 * Returns the line of a run as an SVG path: the pen is lifted over an axis without a value, and a
 * value between two such axes is a dash as long as the axis is wide.
 */
export function linePath(lines: ParallelLines, run: number, layout: ParallelLayout): string {
  const parts: string[] = []
  traceLine(lines, run, layout, {
    moveTo: (x, y) => parts.push(`M${round(x)},${round(y)}`),
    lineTo: (x, y) => parts.push(`L${round(x)},${round(y)}`),
  })
  return parts.join('')
}

/** What a line is drawn with: a canvas's path, or the text of one. */
export interface Pen {
  readonly moveTo: (x: number, y: number) => void
  readonly lineTo: (x: number, y: number) => void
}

const dashPx = 4

/** Draws the line of a run with a pen. */
export function traceLine(
  { axes, shares }: ParallelLines,
  run: number,
  layout: ParallelLayout,
  pen: Pen,
): void {
  const first = run * axes
  for (let axis = 0; axis < axes; axis++) {
    const share = shares[first + axis] as number
    if (Number.isNaN(share)) continue
    const x = layout.xs[axis] as number
    const y = shareToY(layout, share)
    const follows = axis > 0 && !Number.isNaN(shares[first + axis - 1])
    const leads = axis < axes - 1 && !Number.isNaN(shares[first + axis + 1])
    if (follows) pen.lineTo(x, y)
    else if (leads) pen.moveTo(x, y)
    else {
      pen.moveTo(x - dashPx, y)
      pen.lineTo(x + dashPx, y)
    }
  }
}

/**
 * Returns the run whose line passes a place most closely, measured along y, or `-1` where none
 * passes within `reach` pixels. Only runs that are `within` count; of ties the last, which is drawn
 * on top.
 */
export function nearestLine(
  { runs, axes, shares }: ParallelLines,
  { x, y }: { readonly x: number; readonly y: number },
  options: {
    readonly layout: ParallelLayout
    readonly within: Uint8Array
    readonly reach: number
  },
): number {
  const { layout, within, reach } = options
  const { left, t } = gapAt(layout.xs, x)
  const right = Math.min(axes - 1, left + 1)
  let nearest = -1
  let least = reach
  for (let run = 0; run < runs; run++) {
    if (within[run] === 0) continue
    const a = shares[run * axes + left] as number
    const b = shares[run * axes + right] as number
    const distance = Math.abs(shareToY(layout, crossing(a, b, t)) - y)
    if (!(distance <= least)) continue
    nearest = run
    least = distance
  }
  return nearest
}

/** A line that ends at an axis, or begins there, can be pointed at near it. */
const endReach = 0.15

function crossing(a: number, b: number, t: number): number {
  if (Number.isNaN(b)) return t <= endReach ? a : NaN
  if (Number.isNaN(a)) return t >= 1 - endReach ? b : NaN
  return a + (b - a) * t
}

/** Between which two axes an x lies, and how far on the way: 0 is at the left one. */
function gapAt(xs: readonly number[], x: number): { readonly left: number; readonly t: number } {
  const after = xs.findIndex((axisX) => axisX > x)
  if (after === 0) return { left: 0, t: 0 }
  const left = after === -1 ? Math.max(0, xs.length - 2) : after - 1
  const from = xs[left] ?? 0
  const to = xs[left + 1] ?? from
  return { left, t: to === from ? 0 : Math.min(1, (x - from) / (to - from)) }
}

function round(length: number): number {
  return Math.round(length * 100) / 100
}
