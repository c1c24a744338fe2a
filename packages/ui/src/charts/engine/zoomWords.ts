import { formatMetric } from '../../format/formatNumber.ts'
import type { ChartModel } from '../model/chartModel.ts'
import { dataX } from '../model/dataX.ts'
import { xText } from '../model/summaryOf.ts'
import type { EngineView } from './chartEngine.ts'
import { freshViewport } from './freshViewport.ts'

/** Nobody sees a difference smaller than this share of what is shown. */
const finest = 1e-3

/** Returns what a chart shows now in words: 'Zoomed to steps 100 to 200', or that it is everything. */
export function zoomWords(view: Pick<EngineView, 'scene' | 'state'>): string {
  const { model, chartId, messages } = view.scene()
  const { domain, yDomains } = view.state()
  const viewport = freshViewport(view)
  const values = yDomains.get(chartId)
  if (viewport === null || (domain === null && values === undefined)) return messages.zoomedOut
  const { from, to } = viewport
  const xs =
    domain === null
      ? null
      : messages.xRange(model.axis, xWords(model, from, to - from), xWords(model, to, to - from))
  const ys =
    values === undefined
      ? null
      : messages.yRange(formatMetric(values.low), formatMetric(values.high))
  return messages.zoomedTo([xs, ys].filter((words) => words !== null))
}

/** A border is where it is by chance; its last digits say nothing. */
function xWords(model: ChartModel, drawn: number, length: number): string {
  const x = dataX(model, drawn)
  const coarse = model.xScale === 'log' ? Math.abs(x) * finest : length * finest
  return xText(model.axis, coarse > 0 ? roundedTo(x, coarse) : x)
}

/** Returns a number written to the power of ten that is at most `coarse`. */
function roundedTo(x: number, coarse: number): number {
  const digits = Math.floor(Math.log10(coarse))
  // By way of its text: `12.3` times a power of ten is a hair beside the number that is written.
  return digits < 0
    ? Number(x.toFixed(Math.min(100, -digits)))
    : Math.round(x / 10 ** digits) * 10 ** digits
}
