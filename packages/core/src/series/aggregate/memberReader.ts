import type { MetricSeries } from '../series.ts'

/** What a member counts between its own points. */
export type Alignment = 'interpolate' | 'carry' | 'exact'

/** Values side by side: those of one x are `width` numbers in a row. */
export interface Rows {
  readonly data: Float64Array
  readonly width: number
}

/**
 * Writes what a member counts at each x of the next block into its place in the rows, `NaN` where it
 * counts nothing.
 */
export type MemberReader = (x: Float64Array, rows: Rows, place: number) => void

/**
 * Returns a reader of one series. It goes forward only: each block begins after the one before, and
 * every step of the series is among the x.
 */
export function memberReader(series: MetricSeries, align: Alignment): MemberReader {
  const { steps, values } = series
  // Where the block before ended: the first point that is not behind, and the last finite value.
  let reached = 0
  let known = NaN
  return (x, { data, width }, place) => {
    let next = reached
    let carried = known
    let ahead = next < steps.length ? (steps[next] as number) : NaN
    let slope = slopeTo(series, next, align)
    for (let i = 0, at = place; i < x.length; i++, at += width) {
      const step = x[i] as number
      if (step === ahead) {
        const value = values[next++] as number
        if (value - value === 0) carried = value
        data[at] = align === 'carry' ? carried : finiteOrNaN(value)
        ahead = next < steps.length ? (steps[next] as number) : NaN
        slope = slopeTo(series, next, align)
      } else if (slope === slope) {
        data[at] = (values[next - 1] as number) + slope * (step - (steps[next - 1] as number))
      } else data[at] = between(series, next, step, { align, carried })
    }
    reached = next
    known = carried
  }
}

function finiteOrNaN(value: number): number {
  return value - value === 0 ? value : NaN
}

/** A slope below this has too few digits. */
const smallSlope = 1e-290

/** How steep the line to the point at `next` is, `NaN` where there is none or it is no plain number. */
function slopeTo({ steps, values }: MetricSeries, next: number, align: Alignment): number {
  if (align !== 'interpolate' || next === 0 || next === steps.length) return NaN
  const rise = (values[next] as number) - (values[next - 1] as number)
  const run = (steps[next] as number) - (steps[next - 1] as number)
  const slope = rise / run
  return run < Infinity && slope - slope === 0 && Math.abs(slope) > smallSlope ? slope : NaN
}

/** What a member counts between two points, or beyond them, where no slope tells. */
function between(
  { steps, values }: MetricSeries,
  next: number,
  step: number,
  { align, carried }: { readonly align: Alignment; readonly carried: number },
): number {
  if (next === 0 || next === steps.length || align === 'exact') return NaN
  if (align === 'carry') return carried
  const before = values[next - 1] as number
  const after = values[next] as number
  if (before === after) return finiteOrNaN(before)
  const from = steps[next - 1] as number
  const to = steps[next] as number
  // Halves where the distance of two huge steps is past the largest number.
  const unit = to - from < Infinity ? 1 : 0.5
  const share = (step * unit - from * unit) / (to * unit - from * unit)
  return finiteOrNaN(before * (1 - share) + after * share)
}
