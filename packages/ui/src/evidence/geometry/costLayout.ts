import { drawScale } from '../../charts/model/drawScale.ts'
import { yTicks, type Tick } from '../../charts/model/ticks.ts'
import type { PlotLayout } from '../../charts/engine/scene.ts'
import type { Formatters } from '../../format/formatters.ts'
import { paddedRange, type Viewport } from '../../geometry/viewport.ts'
import type { CostScene } from './costScene.ts'

const margin = { top: 26, right: 16, bottom: 44 }
/** Room for a tick label, by its characters, in steps so that the plot does not move at each run. */
const characterPx = 6.6
const marginStep = 12
const pxPerXTick = 84
const pxPerYTick = 46

/** Returns where the plot lies within the figure: its axes take what their labels need. */
export function costLayout(
  values: readonly number[],
  size: { readonly width: number; readonly height: number },
  formatters: Formatters,
): PlotLayout {
  const height = Math.max(0, size.height - margin.top - margin.bottom)
  const { low, high } = paddedRange(Math.min(...values), Math.max(...values))
  const ticks = valueTicks({ from: 0, to: 1, low, high }, height, formatters)
  const longest = ticks.reduce((most, { label }) => Math.max(most, label.length), 3)
  const left = Math.ceil((longest * characterPx + 14) / marginStep) * marginStep
  return { left, top: margin.top, width: Math.max(0, size.width - left - margin.right), height }
}

/** Returns the ticks of the value axis of a plot this high. */
export function valueTicks(
  viewport: Viewport,
  height: number,
  formatters: Formatters,
): readonly Tick[] {
  return yTicks(drawScale('linear'), viewport, height / pxPerYTick, formatters)
}

/** Returns the ticks of the cost axis of a plot this wide, on a log axis at log10 of the cost. */
export function costTicks(
  { viewport, xScale }: Pick<CostScene, 'viewport' | 'xScale'>,
  width: number,
  formatters: Formatters,
): readonly Tick[] {
  const along = { ...viewport, low: viewport.from, high: viewport.to }
  return yTicks(drawScale(xScale), along, width / pxPerXTick, formatters)
}
