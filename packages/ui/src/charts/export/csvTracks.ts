import { firstAbove, firstAtLeast, type TextCell, type MetricSeries } from '@runoff/core'
import type { Viewport } from '../../geometry/viewport.ts'
import type { PlacedLine } from '../model/chartModel.ts'
import { drawScale } from '../model/drawScale.ts'
import { placeSeries, sourcePlace, type PlacedSeries } from '../model/placeSeries.ts'
import { lineName, type ExportRequest } from './exportRequest.ts'

/** The columns that one line takes in a table, side by side. */
export interface CsvTrack {
  readonly names: readonly string[]
  /** The x of its points, never falling; in the unit of the axis. */
  readonly x: Float64Array
  /** The points that are in the table: from `start` up to but not including `end`. */
  readonly start: number
  readonly end: number
  /** Writes what stands in its columns at a place of `x` into a row, from the cell `at` on. */
  readonly write: (row: TextCell[], at: number, place: number) => void
  /** The same for each point without an x. */
  readonly unplaced: readonly ((row: TextCell[], at: number) => void)[]
}

/** Returns a line as it is drawn, within a viewport; `x` is in the unit that is drawn. */
export function shownTrack(line: PlacedLine, viewport: Viewport, request: ExportRequest): CsvTrack {
  const { steps } = line.placed.columns
  const columns = shownColumns(line, request)
  return {
    names: columns.map(({ name }) => name),
    x: steps,
    start: firstAtLeast(steps, viewport.from),
    end: firstAbove(steps, viewport.to),
    write: (row, at, place) => {
      const source = sourcePlace(line.placed, place)
      for (let i = 0; i < columns.length; i++) row[at + i] = columns[i]?.at(source, place)
    },
    unplaced: [],
  }
}

interface Column {
  readonly name: string
  /** `place` is that of the drawn point, `source` that of the series it was made of. */
  readonly at: (source: number, place: number) => TextCell
}

function shownColumns(line: PlacedLine, { model, messages }: ExportRequest): readonly Column[] {
  const { columns: words } = messages.exports
  const name = lineName(line, messages)
  const own = (source: number): TextCell => line.series.values[source] ?? null
  const [logged] = line.logged
  if (line.members === null) {
    if (logged === undefined || logged === line.series) return [{ name, at: own }]
    return [
      { name: words.smoothed(name), at: own },
      { name, at: (source) => logged.values[source] ?? null },
    ]
  }
  const center = { name: words.center(name, model.grouping?.center ?? 'mean'), at: own }
  const { band } = line
  if (band === null) return [center]
  const drawn =
    (values: Float64Array) =>
    (_: number, place: number): TextCell => {
      const value = values[place] ?? NaN
      // A logarithmic axis knows of what lies below it only that it does.
      return Number.isFinite(value) ? exact(model.y.toData(value), model.y.kind) : null
    }
  return [
    center,
    { name: words.low(name), at: drawn(band.low.series.values) },
    { name: words.high(name), at: drawn(band.high.series.values) },
    { name: words.count(name), at: (source) => band.own.counts[source] ?? null },
  ]
}

/** A power of a logarithm is a hair beside the number that it came from. */
function exact(value: number, scale: string): number {
  return scale === 'linear' ? value : Number(value.toPrecision(14))
}

/** Returns every logged point of a line, and beside it what it was smoothed to. */
export function wholeTrack(line: PlacedLine, { messages }: ExportRequest): CsvTrack {
  const { columns: words } = messages.exports
  const logged = line.logged[0] ?? line.series
  const placed = placeSeries(logged, {
    ...line.placement,
    xScale: 'linear',
    y: drawScale('linear'),
  })
  const isSmoothed = line.series !== logged
  const write = (row: TextCell[], at: number, source: number): void => {
    if (isSmoothed) row[at] = line.series.values[source] ?? null
    row[isSmoothed ? at + 1 : at] = logged.values[source] ?? null
  }
  const name = lineName(line, messages)
  return {
    names: isSmoothed ? [words.smoothed(name), name] : [name],
    x: placed.columns.steps,
    start: 0,
    end: placed.columns.steps.length,
    write: (row, at, place) => write(row, at, sourcePlace(placed, place)),
    unplaced: unplacedSources(placed, logged).map((source) => (row, at) => write(row, at, source)),
  }
}

/** A point that the axis has no place for was logged all the same. */
function unplacedSources(placed: PlacedSeries, { steps }: MetricSeries): readonly number[] {
  if (placed.unplaced === 0) return []
  const isPlaced = new Uint8Array(steps.length)
  placed.columns.steps.forEach((_, place) => {
    isPlaced[sourcePlace(placed, place)] = 1
  })
  return Array.from(isPlaced.keys()).filter((source) => isPlaced[source] === 0)
}
