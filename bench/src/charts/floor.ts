import { size, type BenchData, type MountChart } from '../chart.ts'
import { extentOf } from '../data.ts'

const frameCount = 20

/** The first and the last row of every run in each pixel column, run by run. */
interface Spans {
  readonly tops: Int16Array
  readonly bottoms: Int16Array
}

/** The spans of half of every run. */
function spansOf(data: BenchData, extent: readonly [number, number], from: number): Spans {
  const [low, high] = extent
  const count = data.columns.length * size.width
  const spans = { tops: new Int16Array(count), bottoms: new Int16Array(count) }
  const to = from + data.steps.length / 2
  const rowOf = (value: number): number =>
    Math.round(((high - value) / (high - low)) * (size.height - 1))
  data.columns.forEach((column, run) => {
    for (let x = 0; x < size.width; x++) {
      const start = Math.floor(from + ((to - from) * x) / size.width)
      const end = Math.floor(from + ((to - from) * (x + 1)) / size.width)
      const rows = Array.from(column.subarray(start, end + 1), rowOf)
      spans.tops[run * size.width + x] = Math.min(...rows)
      spans.bottoms[run * size.width + x] = Math.max(...rows)
    }
  })
  return spans
}

function paint(pixels: Uint32Array, { tops, bottoms }: Spans): void {
  pixels.fill(0)
  for (let at = 0; at < tops.length; at++) {
    const column = at % size.width
    const color = 0xff000000 | (((at - column) * 0x3040) & 0xffffff)
    const last = bottoms[at] as number
    for (let row = tops[at] as number; row <= last; row++) pixels[row * size.width + column] = color
  }
}

/**
 * What no chart of spans can be faster than: it clears a picture, lays in the spans that were worked
 * out beforehand as opaque pixels, and puts the picture on a canvas. It has no axes and no edges.
 */
export const mount: MountChart = (place, data) => {
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  place.append(canvas)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const extent = extentOf(data)
  const frames = Array.from({ length: frameCount }, (_, i) =>
    spansOf(data, extent, (i / (2 * frameCount)) * data.steps.length),
  )
  const picture = new ImageData(size.width, size.height)
  const pixels = new Uint32Array(picture.data.buffer)
  let next = 0
  const put = (): void => {
    const frame = frames[next++ % frameCount]
    if (frame === undefined) return
    paint(pixels, frame)
    context?.putImageData(picture, 0, 0)
  }
  put()
  return { zoom: put, grow: put, surface: () => null, remove: () => canvas.remove() }
}
