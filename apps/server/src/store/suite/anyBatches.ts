import fc from 'fast-check'
import { anyValue } from '../testing.ts'
import type { ModelPoint, PointBatch } from './pointModel.ts'

const metrics = ['train/loss', 'eval/loss', 'other'] as const

const shape = fc.record({
  segment: fc.nat({ max: 3 }),
  steps: fc.array(fc.tuple(fc.constantFrom(...metrics), fc.nat({ max: 12 })), { maxLength: 14 }),
})

/**
 * Any batches of one run's points, in which the same point has the same value whenever it is sent,
 * and few values differ.
 */
export const anyBatches: fc.Arbitrary<readonly PointBatch[]> = fc
  .record({
    shapes: fc.array(shape, { maxLength: 8 }),
    values: fc.array(fc.oneof(fc.constantFrom(1, 2, 3, NaN), anyValue), {
      minLength: 1,
      maxLength: 7,
    }),
  })
  .map(({ shapes, values }) =>
    shapes.map(({ segment, steps }) => ({
      segment,
      points: pointsOf(steps, (metric, step) => ({
        step,
        value: values[(metrics.indexOf(metric) * 5 + segment * 3 + step * 7) % values.length] ?? 0,
        timeMs: 1e12 + segment * 100 + step,
      })),
    })),
  )

type Metric = (typeof metrics)[number]

function pointsOf(
  places: readonly (readonly [Metric, number])[],
  pointAt: (metric: Metric, step: number) => ModelPoint,
): PointBatch['points'] {
  const present = metrics.filter((metric) => places.some(([name]) => name === metric))
  return new Map(
    present.map((metric) => {
      const steps = new Set(places.filter(([name]) => name === metric).map(([, step]) => step))
      const sorted = Array.from(steps).toSorted((a, b) => a - b)
      return [metric, sorted.map((step) => pointAt(metric, step))]
    }),
  )
}
