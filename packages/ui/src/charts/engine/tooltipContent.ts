import { formatMetric } from '../../format/formatNumber.ts'
import { shortenName } from '../../format/shortenName.ts'
import type { AxisKind, ChartMessages } from '../messages.ts'
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
  axis: AxisKind,
  messages: ChartMessages,
): TooltipContent {
  const [active] = points
  const left = points.length - mostTooltipRows
  return {
    head: active === undefined ? '' : pointPlaces(active, axis, messages).join(' · '),
    rows: points.slice(0, mostTooltipRows).map((point) => ({
      key: point.line.key,
      name: lineName(point, messages),
      value: formatMetric(pointValue(point)),
      place: point.x === active?.x ? '' : placeWords(axis, point.x, messages),
      colorVariable: point.line.style.colorVariable,
    })),
    more: left > 0 ? messages.andMore(String(left)) : '',
  }
}

/** Returns the logged value of a point, which a log axis draws as another. */
export function pointValue({ line, place }: CursorPoint): number {
  return line.series.values[sourcePlace(line.placed, place)] ?? NaN
}

function lineName({ line }: CursorPoint, messages: ChartMessages): string {
  const name = shortenName(line.name, longestName)
  return line.phase === null ? name : `${name} ${messages.suffix[line.phase]}`
}

/** Step, epoch and time of a point, as far as they are known, that of the axis first. */
function pointPlaces(point: CursorPoint, axis: AxisKind, messages: ChartMessages): string[] {
  const { line, place, x } = point
  const { series } = line
  const source = sourcePlace(line.placed, place)
  const known: (readonly [AxisKind, number])[] = [
    [axis, x],
    [series.stepUnit ?? 'step', series.steps[source] ?? NaN],
    ['epoch', series.epochs?.[source] ?? NaN],
    ['time', series.timesMs?.[source] ?? NaN],
  ]
  const kinds = known.map(([kind]) => kind)
  return known
    .filter(([kind, at], index) => Number.isFinite(at) && kinds.indexOf(kind) === index)
    .map(([kind, at]) => placeWords(kind, at, messages))
}
