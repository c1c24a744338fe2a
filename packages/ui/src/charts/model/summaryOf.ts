import { extentOf, placeOfExtreme, type Pyramid } from '@runoff/core'
import type { Formatters } from '../../format/formatters.ts'
import type { ChartWords } from '../chartWords.ts'
import type { AxisKind } from '../messages.ts'
import type { ChartModel, PlacedLine } from './chartModel.ts'
import { dataX } from './dataX.ts'
import { drawScale } from './drawScale.ts'
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
export function summaryOf(model: ChartModel, title: string, chartWords: ChartWords): string {
  const { messages, formatters } = chartWords
  if (model.extent === null) return messages.summaryNone(title)
  // A line may stand for several runs.
  const runCount = new Set(model.lines.flatMap(({ runIds }) => runIds)).size
  const runs = messages.runs(runCount, formatters.count)
  const { from, to } = model.extent
  const head =
    from < to
      ? messages.summary(title, runs, lengthOf(model, model.extent, chartWords))
      : messages.summaryAt(title, runs, placeWords(model.axis, dataX(model, to), chartWords))
  const extremes = extremesOf(model)
  if (extremes === null) return formatters.sentences([head, messages.summaryNotFinite])
  const words = (extreme: Extreme) => ({
    name: extreme.line.name,
    value: formatters.metric(extreme.value),
    place: placeWords(model.axis, dataX(model, extreme.x), chartWords),
  })
  const { lowest, highest } = extremes
  return formatters.sentences([
    head,
    messages.lowest(words(lowest)),
    messages.highest(words(highest)),
  ])
}

/** Returns an x in words: `step 900`, `epoch 2.5`. */
export function placeWords(
  axis: AxisKind,
  x: number,
  { messages, formatters }: ChartWords,
): string {
  return messages.place(axis, xText(axis, x, formatters))
}

/** Returns an x as a reader writes it. */
export function xText(axis: AxisKind, x: number, formatters: Formatters): string {
  if (axis === 'time') return formatters.dateTime(x)
  if (axis === 'relative-time') return formatters.duration(x)
  return Number.isInteger(x) ? formatters.count(x) : formatters.full(Number(x.toPrecision(6)))
}

/** Returns an x with all its digits, so that no two points of a table read the same. */
export function exactXText(axis: AxisKind, x: number, formatters: Formatters): string {
  if (axis === 'time' || axis === 'relative-time') return xText(axis, x, formatters)
  return Number.isInteger(x) ? formatters.count(x) : formatters.full(x)
}

function lengthOf(
  model: ChartModel,
  extent: NonNullable<ChartModel['extent']>,
  { messages, formatters }: ChartWords,
): string {
  const { axis } = model
  const [from, to] = [dataX(model, extent.from), dataX(model, extent.to)]
  if (axis === 'time' || axis === 'relative-time') {
    return messages.length(axis, formatters.duration(to - from), to - from)
  }
  return messages.length(axis, xText(axis, to, formatters), to)
}

function extremesOf(
  model: ChartModel,
): { readonly lowest: Extreme; readonly highest: Extreme } | null {
  let lowest: Extreme | null = null
  let highest: Extreme | null = null
  for (const line of model.lines) {
    const { steps, pyramid } = loggedColumns(line, model)
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

/**
 * What was logged is what the words are about, whatever is drawn: on a logarithmic axis the lowest
 * value may not be, and a smoothed line hides the extremes.
 */
function loggedColumns(
  line: PlacedLine,
  model: ChartModel,
): { readonly steps: Float64Array; readonly pyramid: Pyramid } {
  const isAsLogged = line.ghosts.length === 0 || line.members !== null
  if (isAsLogged && model.y.kind === 'linear') {
    return { steps: line.placed.columns.steps, pyramid: line.pyramid }
  }
  const series = line.members === null ? (line.logged[0] ?? line.series) : line.series
  const { columns } = placeSeries(series, { ...line.placement, y: linear })
  return { steps: columns.steps, pyramid: pyramidOf(columns) }
}

const linear = drawScale('linear')
