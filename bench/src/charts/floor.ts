import { size, type BenchData, type MountChart } from '../chart.ts'
import { extentOf } from '../data.ts'

const frameCount = 20

/** A picture of half of every run as opaque spans, one in each pixel column. */
function pictureOf(data: BenchData, extent: readonly [number, number], from: number): ImageData {
  const picture = new ImageData(size.width, size.height)
  const pixels = new Uint32Array(picture.data.buffer)
  const [low, high] = extent
  const to = from + data.steps.length / 2
  const rowOf = (value: number): number =>
    Math.round(((high - value) / (high - low)) * (size.height - 1))
  data.columns.forEach((column, run) => {
    for (let x = 0; x < size.width; x++) {
      const start = Math.floor(from + ((to - from) * x) / size.width)
      const end = Math.floor(from + ((to - from) * (x + 1)) / size.width)
      const rows = Array.from(column.subarray(start, end + 1), rowOf)
      const last = Math.max(...rows)
      for (let row = Math.min(...rows); row <= last; row++) {
        pixels[row * size.width + x] = 0xff000000 | ((run * 0x304050) & 0xffffff)
      }
    }
  })
  return picture
}

/** What no chart of spans can be faster than: it clears a canvas and puts pixels made beforehand. */
export const mount: MountChart = (place, data) => {
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  place.append(canvas)
  const context = canvas.getContext('2d')
  const extent = extentOf(data)
  const frames = Array.from({ length: frameCount }, (_, i) =>
    pictureOf(data, extent, (i / (2 * frameCount)) * data.steps.length),
  )
  let next = 0
  const put = (): void => {
    const frame = frames[next++ % frameCount]
    context?.clearRect(0, 0, size.width, size.height)
    if (frame !== undefined) context?.putImageData(frame, 0, 0)
  }
  put()
  return { zoom: put, grow: put, surface: () => null, remove: () => canvas.remove() }
}
