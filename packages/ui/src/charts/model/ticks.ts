import { scaleLinear, scaleUtc } from '@visx/scale'
import type { Viewport } from '../../geometry/viewport.ts'
import type { Formatters } from '../../format/formatters.ts'
import type { AxisKind } from '../messages.ts'
import { formatTicks } from './formatTicks.ts'
import type { ChartModel } from './chartModel.ts'
import type { DrawScale } from './drawScale.ts'

/** A tick of an axis; `value` is in the unit that is drawn, on a log axis log10. */
export interface Tick {
  readonly value: number
  readonly label: string
}

const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const durations = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200,
]
  .map((seconds) => seconds * secondMs)
  .concat(dayMs)

/** Returns about `count` ticks of the x axis, at round places of what it counts. */
export function xTicks(
  { axis, xScale }: Pick<ChartModel, 'axis' | 'xScale'>,
  { from, to }: Viewport,
  count: number,
  formatters: Formatters,
): readonly Tick[] {
  if (xScale === 'log') return logXTicks(axis, { from, to }, count, formatters)
  if (axis === 'time') return timeTicks(from, to, count, formatters)
  if (axis === 'relative-time') return durationTicks(from, to, count, formatters)
  const ticks = linearTicks(from, to, count, formatters)
  return axis === 'epoch' ? ticks : wholeTicks(ticks, formatters)
}

/** Nothing lies between two records, and hardly anything between two steps. */
function wholeTicks(ticks: readonly Tick[], formatters: Formatters): readonly Tick[] {
  const whole = ticks.filter(({ value }) => Number.isInteger(value))
  if (whole.length < 2 || whole.length === ticks.length) return ticks
  const labels = formatTicks(
    whole.map(({ value }) => value),
    formatters,
  )
  return whole.map(({ value }, index) => ({ value, label: labels[index] ?? '' }))
}

/** Times on a logarithmic axis are as long as they read: a power of ten of milliseconds is not round. */
function logXTicks(
  axis: AxisKind,
  { from, to }: Pick<Viewport, 'from' | 'to'>,
  count: number,
  formatters: Formatters,
): readonly Tick[] {
  if (axis !== 'relative-time') return logTicks(from, to, count, formatters)
  return roundDurations
    .map((value) => ({ value: Math.log10(value), label: formatters.duration(value) }))
    .filter(({ value }) => value >= from && value <= to)
}

const roundDurations = [
  1,
  10,
  100,
  secondMs,
  10 * secondMs,
  minuteMs,
  10 * minuteMs,
  hourMs,
  10 * hourMs,
  ...[2, 10, 50, 250].map((days) => days * dayMs),
]

/** Returns about `count` ticks of the y axis. */
export function yTicks(
  y: DrawScale,
  { low, high }: Viewport,
  count: number,
  formatters: Formatters,
): readonly Tick[] {
  switch (y.kind) {
    case 'log':
      return logTicks(low, high, count, formatters)
    case 'symlog':
      return symlogTicks(y, { low, high }, count, formatters)
    default:
      return linearTicks(low, high, count, formatters)
  }
}

/** Zero and powers of ten on both sides, where there is room for them; where there are few, round numbers. */
function symlogTicks(
  y: DrawScale,
  { low, high }: Pick<Viewport, 'low' | 'high'>,
  count: number,
  formatters: Formatters,
): readonly Tick[] {
  const first = Math.floor(Math.log10(y.threshold))
  const reach = Math.ceil(Math.max(Math.abs(low), Math.abs(high))) + 1
  const powers = Array.from({ length: reach }, (_, i) => Number(`1e${first + i}`))
  const room = (high - low) / (count * 1.6)
  const above = spaced(powers, y, room)
  const values = [...above.map((power) => -power).toReversed(), 0, ...above].filter((value) => {
    const at = y.toDrawn(value)
    return at >= low && at <= high
  })
  if (values.length < 3) {
    return linearTicks(y.toData(low), y.toData(high), count, formatters).map((tick) => ({
      ...tick,
      value: y.toDrawn(tick.value),
    }))
  }
  return values.map((value) => ({
    value: y.toDrawn(value),
    label: formatTicks([value], formatters)[0] ?? '',
  }))
}

/** Those that stand far enough from zero and from one another. */
function spaced(powers: readonly number[], y: DrawScale, room: number): readonly number[] {
  let last = 0
  return powers.filter((power) => {
    const at = y.toDrawn(power)
    if (at - last < room) return false
    last = at
    return true
  })
}

function linearTicks(
  from: number,
  to: number,
  count: number,
  formatters: Formatters,
): readonly Tick[] {
  const values = scaleLinear<number>({ domain: [from, to] })
    .ticks(count)
    .filter(Number.isFinite)
    // Between neighbours among numbers there is none, and the same would be written again and again.
    .filter((value, index, all) => value !== all[index - 1])
  const labels = formatTicks(values, formatters)
  return values.map((value, index) => ({ value, label: labels[index] ?? '' }))
}

/** Powers of ten, with 2 and 5 between where there is room; within one power, round numbers. */
function logTicks(
  low: number,
  high: number,
  count: number,
  formatters: Formatters,
): readonly Tick[] {
  const first = Math.ceil(low)
  const powers = Array.from(
    { length: Math.max(0, Math.floor(high) - first + 1) },
    (_, i) => first + i,
  )
  if (powers.length < 2) {
    return linearTicks(10 ** low, 10 ** high, count, formatters)
      .filter(({ value }) => value > 0)
      .map(({ value, label }) => ({ value: Math.log10(value), label }))
  }
  // Powers of ten need less air between them than numbers to compare.
  const stride = Math.ceil(powers.length / (count * 1.6))
  const factors = powers.length * 3 <= count ? [1, 2, 5] : [1]
  return powers
    .filter((power) => power % stride === 0)
    .flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)))
    .filter((value) => value > 0 && Math.log10(value) <= high)
    .map((value) => ({
      value: Math.log10(value),
      label: formatTicks([value], formatters)[0] ?? '',
    }))
}

function durationTicks(
  from: number,
  to: number,
  count: number,
  formatters: Formatters,
): readonly Tick[] {
  const wanted = (to - from) / Math.max(1, count)
  const longest = Math.ceil(wanted / dayMs) * dayMs
  const stride = wanted < secondMs ? null : (durations.find((each) => each >= wanted) ?? longest)
  const values =
    stride === null
      ? scaleLinear<number>({ domain: [from, to] }).ticks(count)
      : Array.from(
          { length: Math.max(0, Math.floor(to / stride) - Math.ceil(from / stride) + 1) },
          (_, i) => (Math.ceil(from / stride) + i) * stride,
        )
  return values.map((value) => ({ value, label: value === 0 ? '0' : formatters.duration(value) }))
}

function timeTicks(
  from: number,
  to: number,
  count: number,
  formatters: Formatters,
): readonly Tick[] {
  const values = scaleUtc<number>({ domain: [new Date(from), new Date(to)] })
    .ticks(count)
    .map(Number)
  const stride = (values[1] ?? to) - (values[0] ?? from)
  return values.map((value) => ({ value, label: timeLabel(value, stride, formatters) }))
}

/** The clock, and the day in its place at midnight. */
function timeLabel(timeMs: number, strideMs: number, formatters: Formatters): string {
  const date = new Date(timeMs)
  if (Number.isNaN(date.getTime())) return ''
  if (timeMs % dayMs === 0) return formatters.monthDay(timeMs)
  const clock = date.toISOString().slice(11, 23)
  if (strideMs < secondMs) return formatters.marked(clock)
  return strideMs < minuteMs ? clock.slice(0, 8) : clock.slice(0, 5)
}
