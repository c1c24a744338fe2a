import type { MetricSeries } from '../series/series.ts'

/** The columns that a curve is read from. */
export type Curve = Pick<MetricSeries, 'steps' | 'values'>

/** Places `start` to before `end` of points with nothing missing between them. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * Returns the stretches of a curve that may be averaged over: finite values, one after another.
 *
 * A value that is not finite ends a stretch, and so does a step that does not rise, which is where
 * a run was restarted: what came before it is of another training.
 */
export function stretchesOf({ steps, values }: Curve): readonly Stretch[] {
  const stretches: Stretch[] = []
  let start = 0
  const close = (end: number): void => {
    if (end > start) stretches.push({ start, end })
  }
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      close(i)
      start = i + 1
    } else if (i > start && !((steps[i] ?? NaN) > (steps[i - 1] ?? NaN))) {
      close(i)
      start = i
    }
  }
  close(values.length)
  return stretches
}

/** Returns how many evaluations a curve has: its finite values. */
export function countEvaluations({ values }: Pick<Curve, 'values'>): number {
  return values.reduce((count, value) => count + (Number.isFinite(value) ? 1 : 0), 0)
}
