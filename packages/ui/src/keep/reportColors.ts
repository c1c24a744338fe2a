import type { Color } from '../charts/paint/raster.ts'

interface PictureColors {
  readonly text: Color
  readonly muted: Color
  readonly grid: Color
  readonly baseline: Color
  readonly background: Color
}

/**
 * The colours of a picture that are no run's, in the light. In the dark the stylesheet of a report
 * puts others in their place, which it finds by these numbers.
 */
export const pictureColors: PictureColors = {
  text: { red: 0x1a, green: 0x1d, blue: 0x21 },
  muted: { red: 0x59, green: 0x61, blue: 0x6a },
  grid: { red: 0xdd, green: 0xe1, blue: 0xe6 },
  baseline: { red: 0x84, green: 0x8d, blue: 0x97 },
  background: { red: 0xff, green: 0xff, blue: 0xff },
}
