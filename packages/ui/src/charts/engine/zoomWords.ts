import type { Formatters } from '../../format/formatters.ts'
import type { ChartModel } from '../model/chartModel.ts'
import { dataX } from '../model/dataX.ts'
import { xText } from '../model/summaryOf.ts'
import type { EngineView } from './chartEngine.ts'
import { freshViewport } from './freshViewport.ts'

/** Nobody sees a difference smaller than this share of what is shown. */
const finest = 1e-3

/** Returns what a chart shows now in words: 'Zoomed to steps 100 to 200', or that it is everything. */
export function zoomWords(view: Pick<EngineView, 'scene' | 'state'>): string {
  const { model, chartId, messages, formatters } = view.scene()
  const { domain, yDomains } = view.state()
  const viewport = freshViewport(view)
  const values = yDomains.get(chartId)
  if (viewport === null || (domain === null && values === undefined)) return messages.zoomedOut
  const { from, to } = viewport
  const at = (drawn: number): string => xWords(model, { drawn, length: to - from }, formatters)
  const xs = domain === null ? null : messages.xRange(model.axis, at(from), at(to))
  const ys =
    values === undefined
      ? null
      : messages.yRange(formatters.metric(values.low), formatters.metric(values.high))
  return messages.zoomedTo([xs, ys].filter((words) => words !== null))
}

/** A border is where it is by chance; its last digits say nothing. */
function xWords(
  model: ChartModel,
  { drawn, length }: { readonly drawn: number; readonly length: number },
  formatters: Formatters,
): string {
  const x = dataX(model, drawn)
  const coarse = model.xScale === 'log' ? Math.abs(x) * finest : length * finest
  return xText(model.axis, coarse > 0 ? roundedTo(x, coarse) : x, formatters)
}

/** Returns a number written to the power of ten that is at most `coarse`. */
function roundedTo(x: number, coarse: number): number {
  const digits = Math.floor(Math.log10(coarse))
  // By way of its text: `12.3` times a power of ten is a hair beside the number that is written.
  return digits < 0
    ? Number(x.toFixed(Math.min(100, -digits)))
    : Math.round(x / 10 ** digits) * 10 ** digits
}
