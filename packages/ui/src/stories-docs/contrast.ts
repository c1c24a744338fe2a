export type Rgb = readonly [red: number, green: number, blue: number]

/** Returns the opaque colour that a browser computed, or `null` for anything else. */
export function readRgb(text: string): Rgb | null {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(text)
  return parts === null ? null : [Number(parts[1]), Number(parts[2]), Number(parts[3])]
}

/**
 * Returns the contrast of two colours, from 1 to 21.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastOf(a: Rgb, b: Rgb): number {
  const [one, other] = [luminanceOf(a), luminanceOf(b)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

function luminanceOf(color: Rgb): number {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** What a token is seen on, and the contrast that it needs there; `null` for what stands behind. */
export function needOf(token: string): { readonly ground: string; readonly least: number } | null {
  const name = token.replace('--runoff-', '')
  if (/soft$|^(surface|raised|hover|hairline|backdrop|shadow)$/.test(name)) return null
  if (name === 'on-accent') return { ground: '--runoff-accent', least: 4.5 }
  const isMark = /^(color-\d+|border|focus|star)$/.test(name)
  return { ground: '--runoff-surface', least: isMark ? 3 : 4.5 }
}
