import { scaleLinear } from '@visx/scale'
import type { PlotLayout } from '../charts/engine/scene.ts'
import { formatTicks } from '../charts/model/formatTicks.ts'
import type { Tick } from '../charts/model/ticks.ts'
import type { Formatters } from '../format/formatters.ts'
import { paddedRange, valueToPixel, xToPixel, type Viewport } from '../geometry/viewport.ts'
import type { HistoryModel, HistoryPoint } from './historyModel.ts'

/** A run at its place in the plot, in CSS pixels. */
export interface PlacedRun extends HistoryPoint {
  readonly x: number
  readonly y: number
}

/** Everything of the picture that has a place. */
export interface HistoryLayout {
  readonly box: PlotLayout
  readonly viewport: Viewport
  readonly xTicks: readonly Tick[]
  readonly yTicks: readonly Tick[]
  readonly points: readonly PlacedRun[]
  /** The line of the best so far, as the path of an SVG; it steps where a run improved on it. */
  readonly staircase: string
}

export interface HistorySize {
  readonly width: number
  readonly height: number
}

const margin = { top: 16, right: 18, bottom: 44 }
const characterPx = 6.6
const pxPerYTick = 46
const pxPerXTick = 72
const leastCharacters = 4

/**
 * Returns where everything stands in a box of CSS pixels. Runs stand side by side in the order they
 * were started in, whatever time lay between them: nights and weekends would take most of the room.
 */
export function historyLayout(
  { points }: HistoryModel,
  { width, height }: HistorySize,
  formatters: Formatters,
): HistoryLayout {
  const values = points.map(({ value }) => value)
  const range = paddedRange(extent(values, Math.min, Infinity), extent(values, Math.max, -Infinity))
  const viewport = { from: -0.5, to: Math.max(0.5, points.length - 0.5), ...range }
  const plotHeight = Math.max(0, height - margin.top - margin.bottom)
  const yTicks = valueTicks(viewport, plotHeight / pxPerYTick, formatters)
  const longest = yTicks.reduce((most, { label }) => Math.max(most, label.length), leastCharacters)
  const left = Math.ceil(longest * characterPx + 14)
  const box = {
    left,
    top: margin.top,
    width: Math.max(0, width - left - margin.right),
    height: plotHeight,
  }
  const placed = points.map((point, place) => ({
    ...point,
    x: left + xToPixel(viewport, place, box.width),
    y: box.top + valueToPixel(viewport, point.value, box.height),
  }))
  return {
    box,
    viewport,
    xTicks: dateTicks(points, Math.floor(box.width / pxPerXTick), formatters),
    yTicks,
    points: placed,
    staircase: staircaseOf(placed, (value) => box.top + valueToPixel(viewport, value, box.height)),
  }
}

/** A call takes no more arguments than a stack has room for. */
function extent(
  values: readonly number[],
  pick: (a: number, b: number) => number,
  none: number,
): number {
  return values.reduce((most, value) => pick(most, value), none)
}

function valueTicks(
  { low, high }: Viewport,
  count: number,
  formatters: Formatters,
): readonly Tick[] {
  const values = scaleLinear<number>({ domain: [low, high] })
    .ticks(count)
    .filter((value) => value >= low && value <= high)
  const labels = formatTicks(values, formatters)
  return values.map((value, place) => ({ value, label: labels[place] ?? '' }))
}

/** Dates under some of the runs, evenly spread; a day is named where it is first met. */
function dateTicks(
  points: readonly HistoryPoint[],
  count: number,
  formatters: Formatters,
): readonly Tick[] {
  const stride = Math.max(1, Math.ceil(points.length / Math.max(1, count)))
  const ticks = points.flatMap(({ timeMs }, value) =>
    value % stride === 0 ? [{ value, label: formatters.monthDay(timeMs) }] : [],
  )
  return ticks.filter(({ label }, place) => label !== ticks[place - 1]?.label)
}

function staircaseOf(points: readonly PlacedRun[], yOf: (value: number) => number): string {
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined) return ''
  const steps = points
    .filter(({ isImprovement }) => isImprovement)
    .map(({ x, bestSoFar }) => `H${round(x)}V${round(yOf(bestSoFar))}`)
  return `M${round(first.x)},${round(first.y)}${steps.join('')}H${round(last.x)}`
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
