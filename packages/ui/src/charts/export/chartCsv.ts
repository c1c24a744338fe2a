import { RunoffError, toCsv, type TextCell } from '@runoff/core'
import { axisName } from '../messages.ts'
import { dataX } from '../model/dataX.ts'
import { shownTrack, wholeTrack, type CsvTrack } from './csvTracks.ts'
import { visibleLines, type ExportRequest } from './exportRequest.ts'
import { exportViewport } from './exportSheet.ts'
import { inSlices, type InSlicesOptions } from './inSlices.ts'
import { provenanceLines } from './provenance.ts'

/** What is in a table: the picture, or every logged point of every run. */
export type CsvContent = 'shown' | 'all'

/**
 * Returns a chart as comma-separated values: the axis, then the columns of each line by its name, one
 * row for each x that any of them has. Nothing is interpolated; where a run has several points at one
 * x, it has as many rows.
 *
 * Shape: `shown` is the visible lines between the left and the right border of the plot, as drawn:
 * what was smoothed with the raw values beside it, groups with center, low, high and n. `all` is every
 * logged point of every run, hidden ones too, and beside it what it was smoothed to.
 * Units: of time the date in UTC, of relative time seconds, else those of the axis and of the metric.
 * Missing: a line without a point at an x has an empty cell; a point that the axis has no place for
 * comes last, with an empty x. The work is done in short slices.
 *
 * @throws {RunoffError} `bad-option` for `all` of a chart of groups whose runs are not known.
 */
export async function chartCsv(
  request: ExportRequest,
  content: CsvContent,
  options: InSlicesOptions = {},
): Promise<Blob> {
  const parts = await inSlices(() => csvWork(request, content), options)
  return new Blob([...parts], { type: 'text/csv;charset=utf-8' })
}

/** So many cells are written in one step, which takes about a millisecond. */
const cellsPerStep = 2000

/** Returns the same as parts of one text, a little at a time. */
export function* csvWork(
  request: ExportRequest,
  content: CsvContent,
): Generator<number, readonly string[], void> {
  const written = writtenRequest(request, content)
  const viewport = exportViewport(request)
  const tracks: CsvTrack[] = []
  for (const line of visibleLines(written)) {
    if (content === 'all') tracks.push(wholeTrack(line, request))
    else if (viewport !== null) tracks.push(shownTrack(line, viewport, request))
    yield 0
  }
  const columns = uniqueNames([xName(request), ...tracks.flatMap(({ names }) => names)])
  const preamble = provenanceLines(written)
  const head = toCsv({ columns, rows: [] })
  const parts: string[] = [toCsv({ columns, rows: [] }, { preamble })]
  const most = Math.max(1, Math.floor(cellsPerStep / columns.length))
  const all = tracks.reduce((sum, { start, end }) => sum + end - start, 0)
  const walk = walkTracks(tracks, xCell(request, content))
  let done = 0
  for (;;) {
    const rows: (readonly TextCell[])[] = []
    let step = walk.next()
    for (; step.done !== true; step = walk.next()) {
      rows.push(step.value.row)
      done += step.value.points
      if (rows.length === most) break
    }
    // The names come once, at the top.
    if (rows.length > 0) parts.push(toCsv({ columns, rows }).slice(head.length))
    if (step.done === true) return parts
    yield done / Math.max(1, all)
  }
}

/** The request of a chart that would show just what is written: that is what the comments are about. */
function writtenRequest(request: ExportRequest, content: CsvContent): ExportRequest {
  // What a picture cuts off above and below is in the table.
  const { model, ungrouped } = request
  if (content === 'shown') return { ...request, model: { ...model, yRange: 'full' } }
  if (ungrouped !== null) {
    const shown = { domain: null, hiddenRunIds: new Set<string>() }
    return { ...request, model: { ...ungrouped, yRange: 'full' }, shown }
  }
  throw new RunoffError(
    'bad-option',
    'A table of everything holds each run, and of a chart of groups only the groups were given. ' +
      'Pass `ungrouped`, the model of the same lines without their grouping.',
  )
}

interface Row {
  readonly row: readonly TextCell[]
  /** How many points are in it. */
  readonly points: number
}

/** One row for each x; a track with several points at an x has them in as many rows. */
function* walkTracks(
  tracks: readonly CsvTrack[],
  cellOfX: (x: number) => TextCell,
): Generator<Row, void> {
  const places = tracks.map(({ start }) => start)
  const firsts = tracks.map((_, index) => 1 + widthOf(tracks.slice(0, index)))
  const blank: readonly TextCell[] = Array.from({ length: 1 + widthOf(tracks) }, () => null)
  for (let x = nextX(tracks, places); x < Infinity; x = nextX(tracks, places)) {
    const row = blank.slice()
    row[0] = cellOfX(x)
    let points = 0
    for (let index = 0; index < tracks.length; index++) {
      const track = tracks[index] as CsvTrack
      const place = places[index] as number
      if (place >= track.end || track.x[place] !== x) continue
      track.write(row, firsts[index] as number, place)
      places[index] = place + 1
      points++
    }
    yield { row, points }
  }
  for (const [index, { unplaced }] of tracks.entries()) {
    for (const write of unplaced) {
      const row = blank.slice()
      write(row, firsts[index] as number)
      yield { row, points: 0 }
    }
  }
}

function widthOf(tracks: readonly CsvTrack[]): number {
  return tracks.reduce((sum, { names }) => sum + names.length, 0)
}

function nextX(tracks: readonly CsvTrack[], places: readonly number[]): number {
  let least = Infinity
  for (let index = 0; index < tracks.length; index++) {
    const { x, end } = tracks[index] as CsvTrack
    const place = places[index] as number
    if (place < end && (x[place] as number) < least) least = x[place] as number
  }
  return least
}

function xName({ model, messages }: ExportRequest): string {
  const name = axisName(model.axis, messages)
  return model.axis === 'relative-time' ? messages.exports.columns.seconds(name) : name
}

function xCell({ model }: ExportRequest, content: CsvContent): (x: number) => TextCell {
  const inData = (x: number): number => (content === 'shown' ? dataX(model, x) : x)
  switch (model.axis) {
    case 'time':
      return (x) => dateText(inData(x))
    case 'relative-time':
      // Divided, a number of milliseconds has digits that nobody logged.
      return (x) => Number((inData(x) / 1000).toPrecision(15))
    default:
      return inData
  }
}

/** A number outside the calendar stays a number. */
function dateText(timeMs: number): TextCell {
  const date = new Date(timeMs)
  return Number.isNaN(date.getTime()) ? timeMs : date.toISOString()
}

/** Two columns of one name would be one to many readers. */
function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let unique = name
    for (let count = 2; taken.has(unique); count++) unique = `${name} (${count})`
    taken.add(unique)
    return unique
  })
}
