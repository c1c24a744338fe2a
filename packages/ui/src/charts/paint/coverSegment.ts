import type { Place } from '../../geometry/clipSegment.ts'
import type { Raster } from './raster.ts'

/**
 * Notes how much of each pixel a segment with round ends covers, where that is more than what is
 * noted: by the distance of the pixel's middle. Columns outside of the plot stay free.
 */
export function coverSegment(raster: Raster, a: Place, b: Place, width: number): void {
  const { inset, height } = raster
  const reach = width / 2 + 0.5
  const [left, right] = a.x <= b.x ? [a, b] : [b, a]
  const first = Math.max(inset, Math.floor(left.x - reach))
  const last = Math.min(raster.width - inset - 1, Math.ceil(right.x + reach))
  const dx = right.x - left.x
  const slope = dx > 1e-9 ? (right.y - left.y) / dx : 0
  for (let column = first; column <= last; column++) {
    const x = column + 0.5
    const near = dx > 1e-9 ? yNear(left, right, slope, x - reach) : left.y
    const far = dx > 1e-9 ? yNear(left, right, slope, x + reach) : right.y
    const from = Math.max(0, Math.floor(Math.min(near, far) - reach))
    const to = Math.min(height - 1, Math.ceil(Math.max(near, far) + reach))
    if (from <= to) coverRows(raster, { left, right, width }, column, from, to)
  }
}

/** Where the segment is at an x, or at the end nearest to it. */
function yNear(left: Place, right: Place, slope: number, x: number): number {
  if (x <= left.x) return left.y
  return x >= right.x ? right.y : left.y + slope * (x - left.x)
}

function coverRows(
  { width: rowLength, coverage, top, bottom }: Raster,
  { left, right, width }: { readonly left: Place; readonly right: Place; readonly width: number },
  column: number,
  from: number,
  to: number,
): void {
  const dx = right.x - left.x
  const dy = right.y - left.y
  const lengthSquared = dx * dx + dy * dy
  const most = Math.min(1, width)
  const px = column + 0.5 - left.x
  for (let row = from; row <= to; row++) {
    const py = row + 0.5 - left.y
    const share = lengthSquared === 0 ? 0 : (px * dx + py * dy) / lengthSquared
    const along = share < 0 ? 0 : Math.min(1, share)
    const awayX = px - along * dx
    const awayY = py - along * dy
    const covered = width / 2 + 0.5 - Math.sqrt(awayX * awayX + awayY * awayY)
    const at = row * rowLength + column
    const over = (Math.min(most, covered) * 255 + 0.5) | 0
    if (over <= (coverage[at] as number)) continue
    coverage[at] = over
    if (row < (top[column] as number)) top[column] = row
    if (row > (bottom[column] as number)) bottom[column] = row
  }
}
