import type { Polygon } from './markerPolygon.ts'

/** How many lines are laid through each row of pixels. */
const linesPerRow = 4

/**
 * Returns how much of each pixel some outlines cover, 0 to 1, row by row: by the even-odd rule, so
 * that one within another is a hole. The picture is a square with the origin in the middle of its
 * middle pixel, which it has `reach` pixels of on every side; outlines are drawn `radius` times as
 * large as they are given.
 */
export function coverPolygons(
  outlines: readonly Polygon[],
  radius: number,
  reach: number,
): Float32Array {
  const size = reach * 2 + 1
  const shares = new Float32Array(size * size)
  for (let line = 0; line < size * linesPerRow; line++) {
    const y = (line + 0.5) / linesPerRow - reach - 0.5
    const row = Math.floor(line / linesPerRow)
    const crossings = outlines.flatMap((outline) => crossingsAt(outline, y / radius)).toSorted(byX)
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = (crossings[pair] ?? 0) * radius + reach + 0.5
      const to = (crossings[pair + 1] ?? 0) * radius + reach + 0.5
      cover(shares, row * size, Math.max(0, from), Math.min(size, to))
    }
  }
  return shares
}

/** Adds what a piece of one line covers of the pixels it passes. */
function cover(shares: Float32Array, start: number, from: number, to: number): void {
  for (let column = Math.floor(from); column < to; column++) {
    const covered = Math.min(to, column + 1) - Math.max(from, column)
    shares[start + column] = (shares[start + column] as number) + covered / linesPerRow
  }
}

/** The x at which an outline is crossed by a level line. */
function crossingsAt(outline: Polygon, y: number): number[] {
  const crossings: number[] = []
  let [x0, y0] = outline.at(-1) ?? [0, 0]
  for (const [x1, y1] of outline) {
    if (y1 > y !== y0 > y) crossings.push(((x0 - x1) * (y - y1)) / (y0 - y1) + x1)
    x0 = x1
    y0 = y1
  }
  return crossings
}

function byX(a: number, b: number): number {
  return a - b
}
