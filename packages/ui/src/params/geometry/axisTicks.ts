import { drawScale } from '../../charts/model/drawScale.ts'
import { yTicks, type Tick } from '../../charts/model/ticks.ts'
import type { Formatters } from '../../format/formatters.ts'
import { shortenMiddle } from '../../format/shortenName.ts'
import type { ParamAxis } from './axisScale.ts'

export interface AxisTicksOptions {
  /** What the places of an axis of categories are called. */
  readonly categories: readonly string[]
  /** About how many ticks there is room for. */
  readonly count: number
  /** How many characters a label may have. */
  readonly longest: number
  readonly formatters: Formatters
}

/** Returns the ticks of an axis, at values in the unit that is drawn. */
export function axisTicks(axis: ParamAxis, options: AxisTicksOptions): readonly Tick[] {
  const { scale, low, high } = axis
  const count = Math.max(1, options.count)
  const { categories, longest, formatters } = options
  if (scale !== 'category') {
    return yTicks(drawScale(scale), { from: 0, to: 1, low, high }, count, formatters)
  }
  // Every second, or every third: the names that stand there are spread evenly.
  const stride = Math.ceil(categories.length / Math.floor(count))
  return categories.flatMap((name, value) =>
    value % stride === 0 ? [{ value, label: shortenMiddle(name, longest) }] : [],
  )
}
