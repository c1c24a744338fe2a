import {
  defineSeries,
  extentOf,
  type MetricSeries,
  type Pyramid,
  type Smoothing,
  type XScale,
  type YRange,
  type YScale,
} from '@runoff/core'
import type { YDomain } from '../chartStore.ts'
import type { AxisKind } from '../messages.ts'
import type { ChartLine, LineBand } from './chartLine.ts'
import { countNotAboveZero, countNotFinite } from './countValues.ts'
import { drawScale, symlogThreshold, type DrawScale } from './drawScale.ts'
import { groupLines, prepareGroups, type AxisLine, type Grouping } from './groupLines.ts'
import { placeSeries, type PlacedSeries, type Placement } from './placeSeries.ts'
import { pyramidOf } from './pyramidOf.ts'
import { resolveAxis, type ResolvedAxis, type XAxis } from './resolveAxis.ts'
import { runOrigins } from './runOrigins.ts'
import { smoothedOf } from './smoothedOf.ts'

/** A series laid along the axes, ready to be drawn. */
export interface DrawnSeries {
  readonly placed: PlacedSeries
  readonly pyramid: Pyramid
}

/** A line laid along the axes of its chart. */
export interface PlacedLine extends Omit<ChartLine, 'ghosts' | 'band'>, DrawnSeries {
  readonly ghosts: readonly DrawnSeries[]
  readonly band: PlacedBand | null
  /** How its series was laid along the axes. */
  readonly placement: Placement
}

export interface PlacedBand {
  readonly low: Pyramid
  readonly high: Pyramid
  /** The borders and counts as they were computed, in the places of the line's series. */
  readonly own: LineBand
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

export interface XRange {
  readonly from: number
  readonly to: number
}

/** Everything that a chart draws, from its props alone. */
export interface ChartModel {
  readonly axis: AxisKind
  readonly xScale: XScale
  /** Two charts of one `axisId` count the same along x, and in the same unit. */
  readonly axisId: string
  readonly y: DrawScale
  readonly yRange: YRange
  /** The values that are shown where nothing is zoomed; `null` is what the lines take. */
  readonly yDomain: YDomain | null
  readonly smoothing: Smoothing
  readonly grouping: Grouping | null
  readonly lines: readonly PlacedLine[]
  /** From the first to the last drawn x of all lines; `null` where there is no point. */
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
  /** @default 'linear' */
  readonly xScale?: XScale | undefined
  /** @default 'full' */
  readonly yRange?: YRange | undefined
  /** @default none */
  readonly smoothing?: Smoothing | undefined
  readonly grouping?: Grouping | null | undefined
  /** The values that are shown where nothing is zoomed. @default what the lines take */
  readonly yDomain?: YDomain | null | undefined
}

export const noSmoothing: Smoothing = { kind: 'none' }

/** Returns what a chart draws: its lines along the axes that their data allow. */
export function chartModel(given: readonly ChartLine[], options: ChartModelOptions): ChartModel {
  const { xScale = 'linear', smoothing = noSmoothing, grouping = null } = options
  const { logged, axis, extents, y, along } = axesOf(given, options)
  const smoothed = given.map((line) => smoothedLine(line, smoothing))
  const shaped = grouping === null ? smoothed : groupLines(onAxisLines(smoothed, along), grouping)
  const lines = shaped.map((line) => placedLine(line, { ...along(line), xScale, y }))
  const extent = extentOfX(lines.filter(({ placed }) => placed.columns.steps.length > 0))
  return {
    axis: axis.kind,
    xScale,
    axisId: xScale === 'log' ? `${axis.kind} log` : axis.kind,
    y,
    yRange: options.yRange ?? 'full',
    yDomain: options.yDomain ?? null,
    smoothing,
    grouping,
    lines,
    extent,
    full: extent === null ? null : withRoom(extent, xScale === 'log' ? 'log' : axis.kind),
    facts: {
      axisNotice: axis.notice,
      isLogImpossible: y.kind !== options.yScale,
      hasFiniteValue: extents.some(({ min, max }) => min <= max),
      notFinite: logged.reduce((sum, series) => sum + countNotFinite(pyramidOf(series)), 0),
      notAboveZero: y.kind === 'log' ? sumOf(lines, notAboveZeroOf) : 0,
      ...pointFacts(lines, given, options.runIds ?? []),
    },
  }
}

/**
 * Computes what `chartModel` needs most of its time for, so that it finds it: in steps of a few
 * milliseconds, or of one line.
 */
export function* prepareModel(
  given: readonly ChartLine[],
  options: ChartModelOptions,
): Generator<number, void> {
  const { xScale = 'linear', smoothing = noSmoothing, grouping = null } = options
  const half = 0.5 / given.length
  for (const [index, { series }] of given.entries()) {
    valueExtent(series)
    yield (index + 1) * half
  }
  // Not of a line by itself: what all of them hold decides how each is laid along.
  const { y, along } = axesOf(given, options)
  const smoothed: ChartLine[] = []
  for (const [index, line] of given.entries()) {
    const shaped = smoothedLine(line, smoothing)
    placedLine(shaped, { ...along(line), xScale, y })
    smoothed.push(shaped)
    yield 0.5 + (index + 1) * half
  }
  if (grouping !== null) yield* prepareGroups(onAxisLines(smoothed, along), grouping)
}

type Along = Omit<Placement, 'xScale' | 'y'>

interface Axes {
  readonly logged: readonly MetricSeries[]
  readonly axis: ResolvedAxis
  readonly extents: readonly { readonly min: number; readonly max: number }[]
  readonly y: DrawScale
  readonly along: (line: ChartLine) => Along
}

/** Returns the axes that the data of all lines allow. */
function axesOf(given: readonly ChartLine[], options: ChartModelOptions): Axes {
  const logged = given.map(({ series }) => series)
  const axis = resolveAxis(logged, options.xAxis)
  const extents = logged.map(valueExtent)
  const y = yScaleOf(extents, options.yScale)
  return { logged, axis, extents, y, along: alongWhat(given, axis.kind, options) }
}

/** Returns what lies along x for each line. */
function alongWhat(
  given: readonly ChartLine[],
  axis: AxisKind,
  { xAxis }: ChartModelOptions,
): (line: ChartLine) => Along {
  const origins = runOrigins(given, axis)
  return ({ runId, isOnAxis }) => ({
    axis: isOnAxis ? 'own' : axis,
    origin: isOnAxis ? 0 : origins.get(runId),
    xSeries: typeof xAxis === 'object' ? (xAxis.series.get(runId) ?? null) : null,
  })
}

function onAxisLines(
  lines: readonly ChartLine[],
  along: (line: ChartLine) => Along,
): readonly AxisLine[] {
  return lines.map((line) => ({ line, onAxis: alongAxis(line.series, along(line)) }))
}

function sumOf<Item>(items: readonly Item[], read: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + read(item), 0)
}

function notAboveZeroOf({ pyramid, series }: PlacedLine): number {
  return countNotAboveZero(pyramid, series)
}

type PointFacts = Pick<ChartFacts, 'notOnAxis' | 'unplaced' | 'runsWithoutPoints' | 'runs'>

function pointFacts(
  lines: readonly PlacedLine[],
  given: readonly ChartLine[],
  ids: readonly string[],
): PointFacts {
  const runIds = new Set([...ids, ...given.map(({ runId }) => runId)])
  const withPoints = given.filter(({ series }) => series.steps.length > 0)
  const isDrawn = ({ placed }: PlacedLine): boolean => placed.columns.steps.length > 0
  return {
    notOnAxis: lines
      .filter((line) => !isDrawn(line) && line.placed.unplaced > 0)
      .map(({ name }) => name),
    unplaced: lines.filter(isDrawn).reduce((sum, { placed }) => sum + placed.unplaced, 0),
    runsWithoutPoints: runIds.size - new Set(withPoints.map(({ runId }) => runId)).size,
    runs: runIds.size,
  }
}

function valueExtent(series: MetricSeries): { readonly min: number; readonly max: number } {
  return extentOf(pyramidOf(series), { start: 0, end: series.values.length })
}

/** A logarithmic axis without a value above zero would be empty. */
function yScaleOf(
  extents: readonly { readonly min: number; readonly max: number }[],
  wanted: YScale,
): DrawScale {
  const finite = extents.filter(({ min, max }) => min <= max)
  const isImpossible = wanted === 'log' && finite.length > 0 && finite.every(({ max }) => max <= 0)
  if (isImpossible) return drawScale('linear')
  if (wanted !== 'symlog') return drawScale(wanted)
  const magnitudes = finite.map(({ min, max }) => Math.max(Math.abs(min), Math.abs(max)))
  return drawScale('symlog', symlogThreshold(Math.max(0, ...magnitudes)))
}

function smoothedLine(line: ChartLine, smoothing: Smoothing): ChartLine {
  const series = smoothedOf(line.series, smoothing)
  return series === line.series ? line : { ...line, series, ghosts: [line.series] }
}

/** A series whose steps are what the axis counts, so that runs can be put together along it. */
function alongAxis(series: MetricSeries, placement: Along): MetricSeries {
  const { columns } = placeSeries(series, { ...placement, xScale: 'linear', y: linearY })
  if (columns.steps === series.steps) return columns
  // Clocks stand still now and then, and a line has one value at one place.
  const onAxis = onAxisBefore.get(columns) ?? defineSeries(columns)
  onAxisBefore.set(columns, onAxis)
  return onAxis
}

/** Another series of the same points would have its group computed anew. */
const onAxisBefore = new WeakMap<MetricSeries, MetricSeries>()

const linearY = drawScale('linear')

function placedLine(line: ChartLine, placement: Placement): PlacedLine {
  const draw = (series: MetricSeries): DrawnSeries => {
    const placed = placeSeries(series, placement)
    return { placed, pyramid: pyramidOf(placed.columns) }
  }
  const { band } = line
  return {
    ...line,
    ...draw(line.series),
    placement,
    ghosts: line.ghosts.map(draw),
    band:
      band === null
        ? null
        : {
            low: draw(band.low).pyramid,
            high: draw(band.high).pyramid,
            own: band,
          },
  }
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

/** So far that the length of what is shown can still be written. */
const farthest = Number.MAX_VALUE / 4

/** One point lies in the middle of a range that its number allows. */
function withRoom(extent: XRange, axis: AxisKind | 'log'): XRange {
  const from = Math.max(-farthest, Math.min(farthest, extent.from))
  const to = Math.max(-farthest, Math.min(farthest, extent.to))
  if (from < to) return { from, to }
  const isTime = axis === 'time' || axis === 'relative-time'
  const half = isTime ? halfMinuteMs : Math.max(1, Math.abs(from) * 1e-3)
  return { from: from - half, to: to + half }
}
