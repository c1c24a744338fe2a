import type { PlotLayout } from '../../charts/engine/scene.ts'
import type { Tick } from '../../charts/model/ticks.ts'
import type { Formatters } from '../../format/formatters.ts'
import type { Viewport } from '../../geometry/viewport.ts'
import type { ScatterModel, ScatterPoint } from '../scatterModel.ts'
import { shareOf } from './axisScale.ts'
import { axisTicks } from './axisTicks.ts'

/** A point at its place in the plot, in CSS pixels. */
export interface PlacedPoint extends ScatterPoint {
  readonly x: number
  readonly y: number
}

/** Everything of a scatter plot that has a place. */
export interface ScatterLayout {
  readonly box: PlotLayout
  readonly viewport: Viewport
  readonly xTicks: readonly Tick[]
  readonly yTicks: readonly Tick[]
  /** In the order of the model. */
  readonly points: readonly PlacedPoint[]
  readonly best: PlacedPoint | null
}

const margin = { top: 24, right: 18, bottom: 44 }
/** Room for a tick label, by its characters. */
const characterPx = 6.6
const pxPerYTick = 46
const pxPerXTick = 84
const pxPerCategory = 64
const leastCharacters = 3

/** Returns where everything stands in a box of CSS pixels. */
export function scatterLayout(
  model: ScatterModel,
  { width, height }: { readonly width: number; readonly height: number },
  formatters: Formatters,
): ScatterLayout {
  const { x, y, column } = model
  const plotHeight = Math.max(0, height - margin.top - margin.bottom)
  const yTicks = ticksWithin(
    y,
    axisTicks(y, { categories: [], count: plotHeight / pxPerYTick, longest: 12, formatters }),
  )
  const longest = yTicks.reduce((most, { label }) => Math.max(most, label.length), leastCharacters)
  const left = Math.ceil(longest * characterPx + 14)
  const box = {
    left,
    top: margin.top,
    width: Math.max(0, width - left - margin.right),
    height: plotHeight,
  }
  const isCategory = x.scale === 'category'
  const perTick = isCategory ? pxPerCategory : pxPerXTick
  const count = Math.max(1, Math.floor(box.width / perTick))
  const shown = isCategory ? Math.min(count, column.categories.length) : count
  const characters = Math.floor(box.width / Math.max(1, shown) / characterPx) - 1
  const xTicks = ticksWithin(
    x,
    axisTicks(x, {
      categories: column.categories,
      count,
      longest: Math.max(leastCharacters, characters),
      formatters,
    }),
  )
  const points = model.points.map((point) => ({
    ...point,
    x: box.left + shareOf(x, point.param) * box.width,
    y: box.top + (1 - shareOf(y, point.value)) * box.height,
  }))
  return {
    box,
    viewport: { from: x.low, to: x.high, low: y.low, high: y.high },
    xTicks,
    yTicks,
    points,
    best: points.find(({ run }) => run === model.best?.run) ?? null,
  }
}

function ticksWithin(
  { low, high }: { readonly low: number; readonly high: number },
  ticks: readonly Tick[],
): readonly Tick[] {
  return ticks.filter(({ value }) => value >= low && value <= high)
}
