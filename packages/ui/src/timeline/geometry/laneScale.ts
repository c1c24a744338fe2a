import { scaleLinear } from '@visx/scale'

/** Where the x of every lane lies, in CSS pixels. */
export interface LaneScale {
  readonly from: number
  readonly to: number
  /** Of the lane from border to border. */
  readonly width: number
  /** The left border of what is drawn, and how wide that is: first and last values stand beside it. */
  readonly left: number
  readonly plotWidth: number
}

/** Room for a first value on the left, and for a last one on the right. */
export const leftPx = 56
export const rightPx = 60

/** Returns the common scale of all lanes, `null` while they have no width to draw in. */
export function laneScale(from: number, to: number, width: number): LaneScale | null {
  const plotWidth = width - leftPx - rightPx
  if (plotWidth <= 0 || !(to > from)) return null
  return { from, to, width, left: leftPx, plotWidth }
}

/** Returns the pixel of an x. */
export function toPixel({ from, to, left, plotWidth }: LaneScale, x: number): number {
  return left + ((x - from) / (to - from)) * plotWidth
}

/** Returns the x under a pixel. */
export function fromPixel({ from, to, left, plotWidth }: LaneScale, pixel: number): number {
  return from + ((pixel - left) / plotWidth) * (to - from)
}

/** A label of the axis takes about so much room, and some air. */
const pxPerTick = 72

/** Returns round places along the axis; none lies between two whole numbers of `isWhole` ones. */
export function laneTicks(scale: LaneScale, isWhole: boolean): readonly number[] {
  const count = Math.max(2, Math.floor(scale.plotWidth / pxPerTick))
  const ticks = scaleLinear<number>({ domain: [scale.from, scale.to] }).ticks(count)
  const whole = ticks.filter(Number.isInteger)
  return isWhole || whole.length > 2 ? whole : ticks
}
