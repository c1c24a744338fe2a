import { numberSql } from './sqlText.ts'

/** The steps of a window, cut into stretches of equal width. */
export interface Stretches {
  readonly low: number
  readonly high: number
  readonly width: number
  readonly count: number
}

/** Which non-finite values a window has. */
export interface PointKinds {
  readonly hasNan: boolean
  readonly hasHigh: boolean
  readonly hasLow: boolean
}

/** As many stretches as fit into `maxPoints` if each of them keeps every kind of point there is. */
export function stretchesOf(
  { low, high }: Pick<Stretches, 'low' | 'high'>,
  { hasNan, hasHigh, hasLow }: PointKinds,
  maxPoints: number,
): Stretches {
  const kinds = 4 + Number(hasNan) + Number(hasHigh) + Number(hasLow)
  const count = Math.max(1, Math.floor((maxPoints - 1) / kinds))
  // Divided first: the distance between two finite steps need not be finite.
  return { low, high, width: high / count - low / count, count }
}

/**
 * Returns a statement for the points of a sample: of each stretch the first, lowest finite, highest
 * finite and last point, and the first of each kind of non-finite value; and the very last point.
 * Drawn one stretch to a pixel column, that is the picture that all points would give.
 *
 * @see Jugel et al., M4: A Visualization-Oriented Time Series Data Aggregation (2014).
 */
export function sampleSql(
  columns: string,
  window: { readonly from: string; readonly where: string },
  stretches: Stretches,
  { hasNan, hasHigh, hasLow }: PointKinds,
): string {
  const kept = [
    'min(step)',
    'max(step)',
    firstIf('argMinIf(step, (value, step), isFinite(value))', 'isFinite(value)'),
    firstIf('argMaxIf(step, (value, -step), isFinite(value))', 'isFinite(value)'),
    ...(hasNan ? [firstStepIf('isNaN(value)')] : []),
    ...(hasHigh ? [firstStepIf('isInfinite(value) AND value > 0')] : []),
    ...(hasLow ? [firstStepIf('isInfinite(value) AND value < 0')] : []),
  ]
  const last = numberSql(stretches.high)
  // The last point is kept by itself, and is part of no stretch.
  return `SELECT ${columns} FROM ${window.from} WHERE ${window.where} AND (
      step = ${last} OR step GLOBAL IN (
        SELECT arrayJoin([${kept.join(', ')}]) FROM ${window.from}
        WHERE ${window.where} AND step < ${last} GROUP BY ${stretchSql(stretches)}
      )
    ) ORDER BY step`
}

function firstStepIf(condition: string): string {
  return firstIf(`minIf(step, ${condition})`, condition)
}

/** Of nothing the engine takes 0, so that another point that is kept anyway stands there. */
function firstIf(found: string, condition: string): string {
  return `if(countIf(${condition}) = 0, min(step), ${found})`
}

/**
 * The number of the stretch that a step lies in: the last that begins at or before it, where the
 * i-th begins at `low + i * width`, to the last bit.
 */
function stretchSql(stretches: Stretches): string {
  const { low, width, count } = stretches
  if (count === 1) return 'toInt64(0)'
  if (!isWellFounded(stretches)) return searchSql(stretches)
  const start = (i: string): string => `(${numberSql(low)} + (${i}) * ${numberSql(width)})`
  // Division may miss by one, and then the beginnings themselves tell.
  const guess = `toInt64(floor((step - ${numberSql(low)}) / ${numberSql(width)}))`
  const found = `${guess} + (step >= ${start(`${guess} + 1`)}) - (step < ${start(guess)})`
  return `least(toInt64(${found}), toInt64(${count - 1}))`
}

/** Whether stretches are so much wider than the gaps between numbers that a guess is next to it. */
function isWellFounded({ low, high, width, count }: Stretches): boolean {
  const largest = Math.max(Math.abs(low), Math.abs(high))
  return (
    Number.isFinite(low + count * width) &&
    Number.isFinite(high - low) &&
    width > largest * 2 ** -40
  )
}

/** Slow, and only for steps that hardly differ or that go to the end of all numbers. */
function searchSql({ low, width, count }: Stretches): string {
  const starts = Array.from({ length: count }, (_, i) => numberSql(low + i * width))
  return `toInt64(arrayCount(start -> start <= step, [${starts.join(', ')}]))`
}
