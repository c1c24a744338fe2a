import type { Place } from './markedArea.ts'

export interface TooltipRoom {
  readonly size: { readonly width: number; readonly height: number }
  readonly plotWidth: number
  /** What the page shows, in pixels from the upper left corner of the plot. */
  readonly visible: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
}

/** Between the tooltip and the crosshair. */
const gap = 10
/** Between the tooltip and the border of the page. */
const air = 4
const usualTop = 4

/**
 * Returns where the upper left corner of a tooltip goes, in pixels of the plot: beside the
 * crosshair, on the side with more of the plot, or on the other where it does not fit; where it
 * fits on neither, above or below the point. It stays where the page shows it, so far as it is not
 * larger than that. A `y` of `NaN` is no point to keep free.
 */
export function tooltipPlace(
  { x, y }: Place,
  { size, plotWidth, visible }: TooltipRoom,
): { readonly left: number; readonly top: number } {
  const { width, height } = size
  const onRight = x + gap
  const onLeft = x - gap - width
  const fitsRight = onRight + width <= visible.right - air
  const fitsLeft = onLeft >= visible.left + air
  const top = clamp(usualTop, visible.top + air, visible.bottom - air - height)
  if (fitsRight && (x <= plotWidth / 2 || !fitsLeft)) return { left: onRight, top }
  if (fitsLeft) return { left: onLeft, top }
  const left = clamp(onRight, visible.left + air, visible.right - air - width)
  const below = y + gap
  const above = y - gap - height
  if (below + height <= visible.bottom - air) return { left, top: below }
  return { left, top: above >= visible.top + air ? above : top }
}

/** The lower border wins where both cannot be kept. */
function clamp(at: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, at))
}
