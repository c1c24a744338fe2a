import { canvasBleedPx, type PlotLayout } from './scene.ts'

/**
 * Makes the canvas as many device pixels as its place covers, and lays these on the screen's own: a
 * line is drawn where it is seen, and no browser draws the picture again between two pixels, also at
 * a density of 1.1 and in a page that begins at half a pixel. The canvas lies within `box`.
 *
 * Setting a size clears a canvas, so it is set only where it differs.
 */
export function fitCanvas(
  canvas: HTMLCanvasElement,
  box: HTMLElement,
  layout: PlotLayout,
  density: number,
): void {
  const bleed = Math.round(canvasBleedPx * density)
  const width = layout.width > 0 ? Math.round(layout.width * density) + 2 * bleed : 0
  const height = Math.max(0, Math.round(layout.height * density))
  const at = box.getBoundingClientRect()
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  const style = {
    left: onDevicePixel(layout.left - bleed / density, at.left, density),
    top: onDevicePixel(layout.top, at.top, density),
    width: `${width / density}px`,
    height: `${height / density}px`,
  }
  for (const name of ['left', 'top', 'width', 'height'] as const) {
    if (canvas.style[name] !== style[name]) canvas.style[name] = style[name]
  }
}

/** Moves a place within a box by less than a pixel, so that one of the screen begins there. */
function onDevicePixel(place: number, boxAt: number, density: number): string {
  return `${Math.round((boxAt + place) * density) / density - boxAt}px`
}
