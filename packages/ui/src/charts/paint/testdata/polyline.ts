import type { MetricSeries } from '@runoff/core'
import type { Viewport } from '../../../geometry/viewport.ts'

/** How far a line reaches in a column, in pixels from the top; `top` above `bottom`: not there. */
export interface Reach {
  readonly top: Float64Array
  readonly bottom: Float64Array
}

/**
 * Returns how far the polyline through all points reaches in each column, by every one of its
 * segments. `air` is by how much the columns are wider on both sides, so that a point that rounding
 * puts on either side of a border is taken by both.
 */
export function reachByHand(
  { steps, values }: MetricSeries,
  viewport: Viewport,
  size: { readonly width: number; readonly height: number },
  air: number,
): Reach {
  const { width, height } = size
  const reach = {
    top: new Float64Array(width).fill(Infinity),
    bottom: new Float64Array(width).fill(-Infinity),
  }
  const xOf = (step: number): number =>
    ((step - viewport.from) / (viewport.to - viewport.from)) * width
  const yOf = (value: number): number =>
    ((viewport.high - value) / (viewport.high - viewport.low)) * height
  const add = (column: number, y: number): void => {
    reach.top[column] = Math.min(Number(reach.top[column]), y)
    reach.bottom[column] = Math.max(Number(reach.bottom[column]), y)
  }
  for (let place = 0; place < steps.length; place++) {
    const [x, value] = [xOf(Number(steps[place])), Number(values[place])]
    if (!Number.isFinite(value)) continue
    const before = Number(values[place - 1])
    const isJoined = place > 0 && Number.isFinite(before)
    const x0 = isJoined ? xOf(Number(steps[place - 1])) : x
    const [y0, y1] = [yOf(isJoined ? before : value), yOf(value)]
    const first = Math.max(0, Math.floor(x0 - air))
    const last = Math.min(width - 1, Math.floor(x + air))
    for (let column = first; column <= last; column++) {
      const from = Math.max(x0, column - air)
      const to = Math.min(x, column + 1 + air)
      if (from > to) continue
      for (const at of [from, to]) {
        const share = x > x0 ? (at - x0) / (x - x0) : 1
        add(column, y0 * (1 - share) + y1 * share)
      }
      // A step that repeats is a line straight up.
      if (x === x0) add(column, y0)
    }
  }
  return reach
}

/** Returns a generator of numbers from 0 to 1 that are the same on every machine: Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed * 7919
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
