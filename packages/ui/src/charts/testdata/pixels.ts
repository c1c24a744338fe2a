/** How many pixels of a canvas have a colour, as a stylesheet writes it: `#2563eb`. */
export function countPixels(figure: Element, color: string, region: Partial<Region> = {}): number {
  const canvas = figure.querySelector('canvas')
  const context = canvas?.getContext('2d')
  if (canvas === null || context === null || context === undefined || canvas.width === 0) return 0
  const { from = 0, to = 1 } = region
  const left = Math.floor(canvas.width * from)
  const width = Math.max(1, Math.floor(canvas.width * (to - from)))
  const { data } = context.getImageData(left, 0, width, canvas.height)
  const wanted = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  let count = 0
  for (let at = 0; at < data.length; at += 4) {
    const isIt = wanted.every((part, i) => Math.abs(Number(data[at + i]) - part) <= 2)
    if (isIt && Number(data[at + 3]) > 60) count++
  }
  return count
}

/** How many pixels of a canvas are painted, as faintly or as fully as is asked: 0 to 255. */
export function countInk(
  figure: Element,
  { from = 60, to = 255 }: { from?: number; to?: number } = {},
): number {
  const canvas = figure.querySelector('canvas')
  const context = canvas?.getContext('2d')
  if (canvas === null || context === null || context === undefined || canvas.width === 0) return 0
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  let count = 0
  for (let at = 3; at < data.length; at += 4) {
    const ink = Number(data[at])
    if (ink >= from && ink <= to) count++
  }
  return count
}

/** A part of a canvas, as shares of its width. */
export interface Region {
  readonly from: number
  readonly to: number
}

/** Waits until what was asked for has been drawn. */
export async function nextFrames(count = 3): Promise<void> {
  for (let frame = 0; frame < count; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}
