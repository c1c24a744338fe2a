import type { Notice } from '@runoff/core'
import type { PlacedSeries } from '../files/form/placePoints.ts'
import { placeTracked, type TrackedPoint } from '../trackers/placeTracked.ts'

/**
 * Puts the points that TensorBoard gave on the axis of steps; `size` is how many it keeps at most.
 * Where there are as many, others were dropped at random, unless all lie at equal distances.
 */
export function placeScalars(points: readonly TrackedPoint[], size: number): PlacedSeries {
  if (points.length === 0 && size === Infinity) {
    return { ...placeTracked(points), notices: [withheld] }
  }
  if (points.length < size || isEven(points)) return placeTracked(points)
  const placed = placeTracked(points, 'sampled')
  return { ...placed, notices: [...placed.notices, sampled(size)] }
}

function isEven(points: readonly TrackedPoint[]): boolean {
  const stride = (points[1]?.step ?? NaN) - (points[0]?.step ?? NaN)
  return points.every(({ step }, i) => i === 0 || step - (points[i - 1]?.step ?? NaN) === stride)
}

function sampled(size: number): Notice {
  return {
    code: 'sampled',
    message:
      `TensorBoard keeps ${size} points of a series and drops others at random, so that the best ` +
      'value may be missing. Start it with --samples_per_plugin scalars=1000000, or read the event files.',
    count: size,
  }
}

/** TensorBoard's own charts are empty then as well. */
const withheld: Notice = {
  code: 'sampled',
  message:
    'TensorBoard gives no points of this series, as it was started with --samples_per_plugin ' +
    'scalars=0. Start it with a number, such as scalars=1000000.',
}
