/** The part of the data that a plot shows; `low` and `high` are values, on a log axis their log10. */
export interface Viewport {
  /** The x of the left border. */
  readonly from: number
  readonly to: number
  /** The value at the lower border. */
  readonly low: number
  readonly high: number
}

/** Returns how far from the left border an x lies, in the unit of `width`. */
export function xToPixel({ from, to }: Viewport, x: number, width: number): number {
  return ((x - from) / (to - from)) * width
}

/** Returns the x that lies under a pixel. */
export function pixelToX({ from, to }: Viewport, pixel: number, width: number): number {
  return from + (to - from) * (pixel / width)
}

/** Returns how far from the upper border a value lies, in the unit of `height`. */
export function valueToPixel({ low, high }: Viewport, value: number, height: number): number {
  return ((high - value) / (high - low)) * height
}

/** So far that the length of a range with air can still be written. */
const farthest = Number.MAX_VALUE / 4

/**
 * Returns a range of values with air above and below; where all values are one, it lies in the
 * middle. Missing: 0 to 1 where there is no value (`min` above `max`).
 */
export function paddedRange(
  min: number,
  max: number,
): { readonly low: number; readonly high: number } {
  if (!(min <= max)) return { low: 0, high: 1 }
  const low = within(min)
  const high = within(max)
  const air = (high - low) * 0.05
  // A range too short for its own numbers to differ is one value to a reader.
  if (low + air > low && high - air < high) return { low: low - air, high: high + air }
  const half = Math.abs(low) * 0.05 || 0.5
  return { low: low - half, high: high + half }
}

function within(value: number): number {
  return Math.max(-farthest, Math.min(farthest, value))
}

/**
 * Returns a range zoomed by a factor about an x that stays where it is; below 1 shows less. A range
 * that numbers cannot tell apart any more stays as it was.
 */
export function zoomedRange(
  range: { readonly from: number; readonly to: number },
  about: number,
  factor: number,
): { readonly from: number; readonly to: number } {
  const from = about + (range.from - about) * factor
  const to = about + (range.to - about) * factor
  const smallest = Math.max(Math.abs(from), Math.abs(to)) * 1e-12
  return Number.isFinite(to - from) && to - from > smallest ? { from, to } : range
}
