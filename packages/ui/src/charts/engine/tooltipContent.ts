import { shortNames } from '../../format/shortNames.ts'
import type { ChartWords } from '../chartWords.ts'
import type { AxisKind, ChartMessages } from '../messages.ts'
import type { MetricSeries } from '@runoff/core'
import type { ChartModel } from '../model/chartModel.ts'
import { dataX } from '../model/dataX.ts'
import { placeWords } from '../model/summaryOf.ts'
import { sourcePlace } from '../model/placeSeries.ts'
import type { CursorPoint } from './cursorPoints.ts'

export const mostTooltipRows = 8
const longestName = 28

export interface TooltipRow {
  readonly key: string
  readonly name: string
  readonly value: string
  /** Where the point is, where that is not where the crosshair stands. */
  readonly place: string
  /** What the value was computed from: the raw value, or of how many runs; empty where it is raw. */
  readonly detail: string
  /** Whether the detail takes a line of its own. */
  readonly isLong: boolean
  readonly colorVariable: string
}

export interface TooltipContent {
  readonly head: string
  readonly rows: readonly TooltipRow[]
  /** 'and 12 more'; empty where all are shown. */
  readonly more: string
}

/** Returns what a tooltip says of points, the first of which the crosshair stands on. */
export function tooltipContent(
  points: readonly CursorPoint[],
  model: Pick<ChartModel, 'axis' | 'xScale'>,
  words: ChartWords,
): TooltipContent {
  const { messages, formatters } = words
  const [active] = points
  const left = points.length - mostTooltipRows
  const shown = points.slice(0, mostTooltipRows)
  // In one order, whichever point is the nearest: else they would be shortened with every move.
  const names = shown.map(({ line }) => line.name).toSorted()
  const short = shortNames(names, longestName)
  return {
    head: active === undefined ? '' : pointPlaces(active, model, words).join(' · '),
    rows: shown.map((point) => ({
      key: point.line.key,
      name: lineName(point, short, messages),
      value: formatters.metric(pointValue(point)),
      place: point.x === active?.x ? '' : placeWords(model.axis, dataX(model, point.x), words),
      detail: pointDetail(point, words),
      isLong: pointCount(point) !== null,
      colorVariable: point.line.style.colorVariable,
    })),
    more: left > 0 ? messages.andMore(formatters.count(left)) : '',
  }
}

/** Returns the logged value of a point, which a log axis draws as another. */
export function pointValue({ line, place }: CursorPoint): number {
  return line.series.values[sourcePlace(line.placed, place)] ?? NaN
}

function lineName(
  { line }: CursorPoint,
  short: ReadonlyMap<string, string>,
  messages: ChartMessages,
): string {
  const name = short.get(line.name) ?? line.name
  return line.phase === null ? name : `${name} ${messages.suffix[line.phase]}`
}

/** Returns the value that was smoothed at a point; `null` where what is drawn is what was logged. */
function rawValue({ line, place }: CursorPoint): number | null {
  const [logged] = line.logged
  if (line.members !== null || logged === undefined || logged === line.series) return null
  return logged.values[sourcePlace(line.placed, place)] ?? null
}

/** Returns how many runs a point was computed from; `null` where it is one run's own. */
function pointCount({ line, place }: CursorPoint): number | null {
  return line.band?.own.counts[sourcePlace(line.placed, place)] ?? null
}

/** Returns the band about a point, also where an axis has no place for it; `null` where there is none. */
function pointBand({
  line,
  place,
}: CursorPoint): { readonly low: number; readonly high: number } | null {
  if (line.band === null) return null
  const source = sourcePlace(line.placed, place)
  const at = ({ values }: MetricSeries): number => values[source] ?? NaN
  const [low, high] = [at(line.band.own.low), at(line.band.own.high)]
  return low <= high ? { low, high } : null
}

/** Returns what a value was computed from, in words: the raw value, or n and the band; empty where it is raw. */
export function pointDetail(point: CursorPoint, { messages, formatters }: ChartWords): string {
  const count = pointCount(point)
  if (count === null) {
    const raw = rawValue(point)
    return raw === null ? '' : messages.rawValue(formatters.metric(raw))
  }
  const band = pointBand(point)
  const runs = messages.ofRuns(count, formatters.count)
  if (band === null) return runs
  return `${runs} · ${messages.band(formatters.metric(band.low), formatters.metric(band.high))}`
}

/** Step, epoch and time of a point, as far as they are known, that of the axis first. */
function pointPlaces(
  point: CursorPoint,
  { axis, xScale }: Pick<ChartModel, 'axis' | 'xScale'>,
  words: ChartWords,
): string[] {
  const { line, place } = point
  const { series } = line
  const source = sourcePlace(line.placed, place)
  const along: readonly [AxisKind, number] = [axis, dataX({ xScale }, point.x)]
  const [logged = series] = line.logged
  const known: (readonly [AxisKind, number])[] = line.isOnAxis
    ? [along]
    : [
        along,
        [series.stepUnit ?? 'step', series.steps[source] ?? NaN],
        ['epoch', logged.epochs?.[source] ?? NaN],
        ['time', logged.timesMs?.[source] ?? NaN],
      ]
  const kinds = known.map(([kind]) => kind)
  return known
    .filter(([kind, at], index) => Number.isFinite(at) && kinds.indexOf(kind) === index)
    .map(([kind, at]) => placeWords(kind, at, words))
}
