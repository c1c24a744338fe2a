import type { LineLook } from './raster.ts'

/** A dash never cuts a line off, it thins it: a spike within a gap can still be seen. */
export const gapOpacity = 0.28

/**
 * Returns the opacity of each column of a dashed line, 0 to 1, or `null` for a solid one.
 *
 * The dash is bound to the data (`anchor` is the column of the first point), so that it moves with
 * the line and does not crawl over it.
 */
export function dashOpacities(
  look: LineLook,
  columns: number,
  anchor: number,
): Float32Array | null {
  const length = look.dash.reduce((sum, part) => sum + part, 0)
  if (length <= 0) return null
  const opacities = new Float32Array(columns)
  for (let column = 0; column < columns; column++) {
    const at = (((column - anchor) % length) + length) % length
    opacities[column] = isInStroke(look.dash, at) ? look.opacity : look.opacity * gapOpacity
  }
  return opacities
}

function isInStroke(dash: readonly number[], at: number): boolean {
  let end = 0
  for (let part = 0; part < dash.length; part++) {
    end += dash[part] ?? 0
    if (at < end) return part % 2 === 0
  }
  return false
}
