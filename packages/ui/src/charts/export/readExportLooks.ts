import { readPalette } from '../engine/palette.ts'
import type { Color } from '../paint/raster.ts'
import type { ExportLooks } from './exportRequest.ts'

/** Returns the colours that the stylesheet gives an element now, by their numbers. */
export function readExportLooks(element: HTMLElement): ExportLooks {
  const palette = readPalette(element)
  const style = getComputedStyle(element)
  const isSet = (variable: string): boolean => style.getPropertyValue(variable).trim() !== ''
  const text = palette.colorOf('--runoff-text')
  return {
    ...palette,
    text,
    muted: palette.colorOf('--runoff-muted'),
    grid: palette.colorOf('--runoff-hairline'),
    baseline: palette.colorOf('--runoff-border'),
    // Without the stylesheet the background is what the text can be read on.
    background: isSet('--runoff-surface') ? palette.colorOf('--runoff-surface') : opposite(text),
  }
}

/** Black or white, whichever is further away. */
function opposite({ red, green, blue }: Color): Color {
  const part = red + green + blue > 382 ? 0 : 255
  return { red: part, green: part, blue: part }
}
