import type { Color } from '../paint/raster.ts'

/** What the stylesheet says of how lines look; lengths are in CSS pixels. */
export interface Palette {
  readonly colorOf: (variable: string) => Color
  readonly lineWidth: number
  readonly dimmed: number
  readonly markerRadius: number
}

/** Returns the looks that the stylesheet gives an element now; colours are read when first used. */
export function readPalette(element: HTMLElement): Palette {
  const style = getComputedStyle(element)
  const known = new Map<string, Color>()
  const length = (name: string, fallback: number): number => {
    const value = Number.parseFloat(style.getPropertyValue(name))
    return Number.isFinite(value) ? value : fallback
  }
  return {
    colorOf(variable) {
      const color = known.get(variable) ?? computedColor(element, variable)
      known.set(variable, color)
      return color
    },
    lineWidth: length('--runoff-line-width', 1.5),
    dimmed: length('--runoff-dimmed', 0.18),
    markerRadius: length('--runoff-marker-radius', 3.5),
  }
}

/** A variable holds text such as `light-dark(…)`; only as a colour of an element is it computed. */
function computedColor(element: HTMLElement, variable: string): Color {
  element.style.transition = 'none'
  element.style.color = `var(${variable}, CanvasText)`
  const computed = getComputedStyle(element).color
  element.style.color = ''
  return parseRgb(computed) ?? drawnColor(computed)
}

function parseRgb(text: string): Color | null {
  if (!text.startsWith('rgb(') || !text.endsWith(')')) return null
  const [red, green, blue] = text.slice(4, -1).split(',').map(Number)
  if (red === undefined || green === undefined || blue === undefined) return null
  return [red, green, blue].every(Number.isFinite) ? { red, green, blue } : null
}

/** Colours in other notations (`oklch`, `color(display-p3 …)`) are read from a pixel. */
function drawnColor(text: string): Color {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (context === null) return { red: 0, green: 0, blue: 0 }
  context.fillStyle = text
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
  return { red, green, blue }
}
