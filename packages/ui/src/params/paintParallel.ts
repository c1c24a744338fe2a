import type { Color } from '../charts/paint/raster.ts'
import type { ParallelLayout } from './geometry/parallelLayout.ts'
import { traceLine, type ParallelLines } from './geometry/parallelLines.ts'
import { toneCount } from './geometry/toneOf.ts'
import { strokeSegment, type Pixels, type Stroke } from './strokeSegment.ts'

/** What is painted of parallel coordinates. */
export interface ParallelPicture {
  readonly lines: ParallelLines
  readonly layout: ParallelLayout
  /** Of the whole picture, in CSS pixels. */
  readonly height: number
  /** 1 for each run that is within the ranges. */
  readonly within: Uint8Array
  /** Of each run, 1 to 7. */
  readonly tones: Uint8Array
  /** The places of the runs, best first: the best are painted last. */
  readonly order: readonly number[]
}

export interface ParallelPaint {
  /** By tone from 1 on; at 0 the colour of runs outside the ranges. */
  readonly colors: readonly Color[]
  /** In CSS pixels. */
  readonly lineWidth: number
  /** Device pixels in a CSS pixel. */
  readonly density: number
}

/** Lines between two looks at the clock. */
const linesPerTurn = 16
/** With more lines than this they are thin and seen through, the more the more there are. */
const mostOpaque = 60
const leastOpacity = 0.15
const thinPx = 1

/**
 * Paints the lines: runs outside the ranges first, the best last. Yields after each few of them, so
 * that the page is never held up.
 */
export function* paintParallel(
  target: Pixels,
  picture: ParallelPicture,
  paint: ParallelPaint,
): Generator<void, void> {
  const shown = picture.within.reduce((sum, each) => sum + each, 0)
  const opacity = Math.max(leastOpacity, Math.min(1, mostOpaque / shown))
  const width = paint.density * (shown > mostOpaque ? thinPx : paint.lineWidth)
  let painted = 0
  for (const run of inPaintOrder(picture)) {
    const tone = picture.within[run] === 1 ? (picture.tones[run] ?? 0) : 0
    const color = paint.colors[Math.min(tone, toneCount)]
    if (color === undefined) continue
    paintLine(target, picture, run, {
      stroke: { color, opacity: tone > 0 ? opacity : 1, width },
      density: paint.density,
    })
    painted += 1
    if (painted % linesPerTurn === 0) yield
  }
}

function inPaintOrder({ order, within }: ParallelPicture): readonly number[] {
  const worstFirst = order.toReversed()
  return [
    ...worstFirst.filter((run) => within[run] !== 1),
    ...worstFirst.filter((run) => within[run] === 1),
  ]
}

function paintLine(
  target: Pixels,
  { lines, layout }: ParallelPicture,
  run: number,
  { stroke, density }: { readonly stroke: Stroke; readonly density: number },
): void {
  let x0 = 0
  let y0 = 0
  const moveTo = (x: number, y: number): void => {
    x0 = x * density
    y0 = y * density
  }
  traceLine(lines, run, layout, {
    moveTo,
    lineTo(x, y) {
      strokeSegment(target, { x0, y0, x1: x * density, y1: y * density }, stroke)
      moveTo(x, y)
    },
  })
}
