import { extentOf, placeOfExtreme, type Pyramid } from '@runoff/core'
import { formatCount, formatMetric } from '../../format/formatNumber.ts'
import { formatDateTime, formatDuration } from '../../format/formatTime.ts'
import type { AxisKind, ChartMessages } from '../messages.ts'
import type { ChartModel, PlacedLine } from './chartModel.ts'
import { placeSeries } from './placeSeries.ts'
import { pyramidOf } from './pyramidOf.ts'

interface Extreme {
  readonly line: PlacedLine
  readonly value: number
  readonly x: number
}

/**
 * Returns the chart in sentences: what it shows, of how many runs, over what, and its lowest and
 * highest point.
 */
export function summaryOf(model: ChartModel, title: string, messages: ChartMessages): string {
  if (model.extent === null) return `${title}: ${messages.noPoints}.`
  const runs = messages.runs(new Set(model.lines.map(({ runId }) => runId)).size)
  const { from, to } = model.extent
  const head =
    from < to
      ? messages.summary(title, runs, lengthOf(model.axis, model.extent, messages))
      : messages.summaryAt(title, runs, placeWords(model.axis, to, messages))
  const extremes = extremesOf(model)
  if (extremes === null) return `${head} ${messages.noFiniteValue}.`
  const words = (extreme: Extreme) => ({
    name: extreme.line.name,
    value: formatMetric(extreme.value),
    place: placeWords(model.axis, extreme.x, messages),
  })
  const { lowest, highest } = extremes
  return `${head} ${messages.lowest(words(lowest))} ${messages.highest(words(highest))}`
}

/** Returns an x in words: `step 900`, `epoch 2.5`. */
export function placeWords(axis: AxisKind, x: number, messages: ChartMessages): string {
  return messages.place(axis, xText(axis, x))
}

/** Returns an x as a reader writes it. */
export function xText(axis: AxisKind, x: number): string {
  if (axis === 'time') return formatDateTime(x)
  if (axis === 'relative-time') return formatDuration(x)
  return Number.isInteger(x) ? formatCount(x) : String(Number(x.toPrecision(6)))
}

function lengthOf(
  axis: AxisKind,
  { from, to }: NonNullable<ChartModel['extent']>,
  messages: ChartMessages,
): string {
  if (axis === 'time' || axis === 'relative-time') {
    return messages.length(axis, formatDuration(to - from), to - from)
  }
  return messages.length(axis, xText(axis, to), to)
}

function extremesOf(
  model: ChartModel,
): { readonly lowest: Extreme; readonly highest: Extreme } | null {
  let lowest: Extreme | null = null
  let highest: Extreme | null = null
  for (const line of model.lines) {
    const { steps, pyramid } = linearColumns(line, model)
    const { min, max } = extentOf(pyramid, { start: 0, end: steps.length })
    if (!(min <= max)) continue
    const at = (value: number): Extreme => ({
      line,
      value,
      x: steps[placeOfExtreme(pyramid, value)] ?? 0,
    })
    if (lowest === null || min < lowest.value) lowest = at(min)
    if (highest === null || max > highest.value) highest = at(max)
  }
  return lowest === null || highest === null ? null : { lowest, highest }
}

/** The lowest value of a run may be one that a logarithmic axis does not draw. */
function linearColumns(
  line: PlacedLine,
  { axis, yScale }: ChartModel,
): { readonly steps: Float64Array; readonly pyramid: Pyramid } {
  if (yScale === 'linear') return { steps: line.placed.columns.steps, pyramid: line.pyramid }
  const { columns } = placeSeries(line.series, axis, 'linear', line.placed.origin)
  return { steps: columns.steps, pyramid: pyramidOf(columns) }
}
