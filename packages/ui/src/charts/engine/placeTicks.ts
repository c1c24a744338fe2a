import { valueToPixel, xToPixel, type Viewport } from '../../geometry/viewport.ts'
import type { Formatters } from '../../format/formatters.ts'
import type { ChartModel } from '../model/chartModel.ts'
import { xTicks, yTicks, type Tick } from '../model/ticks.ts'
import type { PlotLayout } from './scene.ts'

const pxPerXTick = 84
const pxPerYTick = 46

export interface AxisTicks {
  readonly xs: readonly Tick[]
  readonly ys: readonly Tick[]
}

/** Returns the ticks of both axes, as many as there is room for. */
export function axisTicks(
  model: ChartModel,
  viewport: Viewport,
  { width, height }: Pick<PlotLayout, 'width' | 'height'>,
  formatters: Formatters,
): AxisTicks {
  return {
    xs: xTicks(model, viewport, width / pxPerXTick, formatters),
    // Without a value there is nothing that a number beside the plot could be read for.
    ys: model.facts.hasFiniteValue
      ? yTicks(model.y, viewport, height / pxPerYTick, formatters)
      : [],
  }
}

/**
 * Writes ticks into the places that React has made for them, and moves these to their values: between
 * two renders this is all that axes need. Ticks without a place wait for the next render.
 */
export function placeTicks(
  axes: Element,
  { xs, ys }: AxisTicks,
  viewport: Viewport,
  layout: PlotLayout,
): void {
  const x = ({ value }: Tick): string =>
    `translate(${round(xToPixel(viewport, value, layout.width))},0)`
  const y = ({ value }: Tick): string =>
    `translate(0,${round(valueToPixel(viewport, value, layout.height))})`
  fill(axes.querySelectorAll('[data-axis="x"]'), xs, x)
  fill(axes.querySelectorAll('[data-axis="y"]'), ys, y)
  fill(axes.querySelectorAll('[data-axis="grid"]'), ys, y)
}

function fill(
  places: NodeListOf<Element>,
  ticks: readonly Tick[],
  transformOf: (tick: Tick) => string,
): void {
  places.forEach((place, index) => {
    const tick = ticks[index]
    write(place, 'visibility', tick === undefined ? 'hidden' : 'visible')
    if (tick === undefined) return
    write(place, 'transform', transformOf(tick))
    write(place, 'data-value', String(tick.value))
    const text = place.querySelector('text')
    if (text !== null && text.textContent !== tick.label) text.textContent = tick.label
  })
}

/**
 * Moves what is marked in the plot to where its x and value are now, hides what has left it, and
 * lets the marks of other runs fade behind those of the highlighted one.
 */
export function moveMarks(
  marks: Element,
  viewport: Viewport,
  { width, height }: PlotLayout,
  highlightedRunId: string | null,
): void {
  for (const mark of marks.querySelectorAll('[data-x]')) {
    const x = xToPixel(viewport, Number(mark.getAttribute('data-x')), width)
    const value = mark.getAttribute('data-y')
    const y = value === null ? 0 : valueToPixel(viewport, Number(value), height)
    const isInside = x >= -0.5 && x <= width + 0.5 && y >= -0.5 && y <= height + 0.5
    write(mark, 'transform', `translate(${round(x)},${round(y)})`)
    write(mark, 'visibility', isInside ? 'visible' : 'hidden')
    mark.toggleAttribute('data-left', x > width / 2)
    const isOther = highlightedRunId !== null && mark.getAttribute('data-run') !== highlightedRunId
    mark.toggleAttribute('data-dimmed', isOther)
  }
}

/** Returns a length that is written the same by every engine of numbers. */
export function round(length: number): number {
  return Math.round(length * 100) / 100
}

function write(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}
