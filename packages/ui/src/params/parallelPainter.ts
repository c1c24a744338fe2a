import { readPalette } from '../charts/engine/palette.ts'
import { toneCount } from './geometry/toneOf.ts'
import { paintParallel, type ParallelPaint, type ParallelPicture } from './paintParallel.ts'

/** Paints the lines of parallel coordinates on a canvas, a few milliseconds of every frame. */
export interface ParallelPainter {
  readonly paint: (picture: ParallelPicture) => void
  /** Paints the last picture again, in the colours of now. */
  readonly repaint: () => void
  readonly stop: () => void
}

/** Of each frame. */
const budgetMs = 8

/**
 * Returns a painter for a canvas.
 *
 * A picture is made aside and shown when it is whole. What is asked for meanwhile waits until then,
 * so that a range that is dragged always shows how far it came.
 */
export function createParallelPainter(canvas: HTMLCanvasElement): ParallelPainter {
  let frame: number | null = null
  let work: Generator<void, void> | null = null
  let last: ParallelPicture | null = null
  let isStale = false

  const begin = (): void => {
    if (last === null) return
    isStale = false
    work = pictureWork(canvas, last)
    frame = requestAnimationFrame(advance)
  }
  const advance = (): void => {
    frame = null
    const end = performance.now() + budgetMs
    while (work !== null && performance.now() < end) {
      if (work.next().done === true) work = null
    }
    if (work !== null) frame = requestAnimationFrame(advance)
    else if (isStale) begin()
  }
  const repaint = (): void => {
    isStale = true
    if (frame === null) begin()
  }
  return {
    paint(picture) {
      last = picture
      repaint()
    },
    repaint,
    stop() {
      if (frame !== null) cancelAnimationFrame(frame)
      frame = null
      work = null
      last = null
    },
  }
}

function* pictureWork(canvas: HTMLCanvasElement, picture: ParallelPicture): Generator<void, void> {
  const density = globalThis.devicePixelRatio || 1
  const width = Math.max(1, Math.round(picture.layout.width * density))
  const height = Math.max(1, Math.round(picture.height * density))
  const image = new ImageData(width, height)
  const target = { width, height, pixels: new Uint32Array(image.data.buffer) }
  yield* paintParallel(target, picture, { ...looksOf(canvas), density })
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0)
}

function looksOf(canvas: HTMLCanvasElement): Pick<ParallelPaint, 'colors' | 'lineWidth'> {
  const { colorOf, lineWidth } = readPalette(canvas)
  const tones = Array.from({ length: toneCount }, (_, i) => `--runoff-sequence-${i + 1}`)
  return { colors: ['--runoff-hairline', ...tones].map(colorOf), lineWidth }
}
