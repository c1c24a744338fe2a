import { extentOf, type Pyramid } from '@runoff/core'
import type { AxisKind } from '../messages.ts'
import type { ChartLine } from './chartLine.ts'
import { countNotFinite, countWhere } from './countValues.ts'
import { placeSeries, type PlacedSeries, type YScale } from './placeSeries.ts'
import { pyramidOf } from './pyramidOf.ts'
import { resolveAxis, type XAxis } from './resolveAxis.ts'
import { runOrigins } from './runOrigins.ts'

/** A line laid along the axes of its chart. */
export interface PlacedLine extends ChartLine {
  readonly placed: PlacedSeries
  readonly pyramid: Pyramid
}

/** What a reader must be told because the picture alone does not show it. */
export interface ChartFacts {
  readonly axisNotice: 'placedByEpoch' | 'mixedUnits' | null
  /** Lines that the axis has no place for, by name. */
  readonly notOnAxis: readonly string[]
  /** Points that it has no place for, of lines that are drawn. */
  readonly unplaced: number
  readonly notFinite: number
  /** Points that a logarithmic axis has no place for. */
  readonly notAboveZero: number
  readonly isLogImpossible: boolean
  readonly hasFiniteValue: boolean
  /** How many of the runs have no point here, of how many. */
  readonly runsWithoutPoints: number
  readonly runs: number
}

interface XRange {
  readonly from: number
  readonly to: number
}

/** Everything that a chart draws, from its props alone. */
export interface ChartModel {
  readonly axis: AxisKind
  readonly yScale: YScale
  readonly lines: readonly PlacedLine[]
  /** From the first to the last x of all lines; `null` where there is no point. */
  readonly extent: XRange | null
  /** The extent with room about a single x: what is shown where nothing is zoomed. */
  readonly full: XRange | null
  readonly facts: ChartFacts
}

export interface ChartModelOptions {
  /** All runs that are compared, also those without a line. @default those with a line */
  readonly runIds?: readonly string[] | undefined
  readonly xAxis: XAxis
  readonly yScale: YScale
}

/** Returns what a chart draws: its lines along the axes that their data allow. */
export function chartModel(given: readonly ChartLine[], options: ChartModelOptions): ChartModel {
  const axis = resolveAxis(
    given.map(({ series }) => series),
    options.xAxis,
  )
  const isLogImpossible =
    options.yScale === 'log' && !given.some(hasPositive) && given.some(hasValue)
  const yScale = isLogImpossible ? 'linear' : options.yScale
  const origins = axis.kind === 'relative-time' ? runOrigins(given) : null
  const lines = given.map((line) => {
    const placed = placeSeries(line.series, axis.kind, yScale, origins?.get(line.runId))
    return { ...line, placed, pyramid: pyramidOf(placed.columns) }
  })
  const drawn = lines.filter(({ placed }) => placed.columns.steps.length > 0)
  const missing = lines.filter(
    ({ placed }) => placed.columns.steps.length === 0 && placed.unplaced > 0,
  )
  const extent = extentOfX(drawn)
  const runIds = new Set([...(options.runIds ?? []), ...given.map(({ runId }) => runId)])
  const withPoints = given.filter(({ series }) => series.steps.length > 0)
  return {
    axis: axis.kind,
    yScale,
    lines,
    extent,
    full: extent === null ? null : withRoom(extent, axis.kind),
    facts: {
      axisNotice: axis.notice,
      notOnAxis: missing.map(({ name }) => name),
      unplaced: drawn.reduce((sum, { placed }) => sum + placed.unplaced, 0),
      notFinite: given.reduce((sum, { series }) => sum + countNotFinite(pyramidOf(series)), 0),
      notAboveZero: yScale === 'log' ? countNotAboveZero(given) : 0,
      isLogImpossible,
      hasFiniteValue: given.some(hasValue),
      runsWithoutPoints: runIds.size - new Set(withPoints.map(({ runId }) => runId)).size,
      runs: runIds.size,
    },
  }
}

function hasValue({ series }: ChartLine): boolean {
  const { min, max } = extentOf(pyramidOf(series), { start: 0, end: series.values.length })
  return min <= max
}

function hasPositive({ series }: ChartLine): boolean {
  return extentOf(pyramidOf(series), { start: 0, end: series.values.length }).max > 0
}

function countNotAboveZero(lines: readonly ChartLine[]): number {
  return lines.reduce(
    (sum, { series }) =>
      sum + countWhere(series.values, (value) => value <= 0 && value > -Infinity),
    0,
  )
}

function extentOfX(lines: readonly PlacedLine[]): XRange | null {
  if (lines.length === 0) return null
  let from = Infinity
  let to = -Infinity
  for (const { placed } of lines) {
    from = Math.min(from, placed.columns.steps[0] ?? Infinity)
    to = Math.max(to, placed.columns.steps.at(-1) ?? -Infinity)
  }
  return { from, to }
}

const halfMinuteMs = 30_000

/** One point lies in the middle of a range that its number allows. */
function withRoom({ from, to }: XRange, axis: AxisKind): XRange {
  if (from < to) return { from, to }
  const isTime = axis === 'time' || axis === 'relative-time'
  const half = isTime ? halfMinuteMs : Math.max(1, Math.abs(from) * 1e-3)
  return { from: from - half, to: to + half }
}
