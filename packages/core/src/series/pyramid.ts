import type { MetricSeries } from './series.ts'

/** What a stretch of a series holds that is not a finite number; bits of one byte. */
export const holdsNaN = 1
export const holdsPositiveInfinity = 2
export const holdsNegativeInfinity = 4

/** The children of a bucket, as a power of two. */
const fanBits = 4
const fanOut = 1 << fanBits

/** Room for one level's buckets, shared by all pyramids that grew from one another. */
interface Room {
  readonly mins: Float64Array
  readonly maxs: Float64Array
  readonly flags: Uint8Array
  /** How much of it is taken: only the pyramid that ends here may grow in place. */
  length: number
}

/** One level: a bucket for every 16 points of the series, or buckets of the level below. */
export interface PyramidLevel {
  /** The lowest finite value of each bucket, `Infinity` where it has none. */
  readonly mins: Float64Array
  /** The highest finite value of each bucket, `-Infinity` where it has none. */
  readonly maxs: Float64Array
  /** Which values that are not finite the bucket holds. */
  readonly flags: Uint8Array
}

/**
 * The lowest and highest value of every stretch of a series, kept at several widths, so that the
 * extent of any range is known without reading its points.
 *
 * Only full buckets are kept; the rest at the end is read from the level below.
 */
export interface Pyramid {
  readonly series: MetricSeries
  /** From the finest, of 16 points a bucket, up to one with less than 16 buckets. */
  readonly levels: readonly PyramidLevel[]
}

/** What the values of a range reach from and to. */
export interface ValueExtent {
  /** The lowest finite value, `Infinity` where there is none. */
  min: number
  /** The highest finite value, `-Infinity` where there is none. */
  max: number
  /** Which values that are not finite are there: `holdsNaN` and the other two, added. */
  flags: number
}

const rooms = new WeakMap<Float64Array, Room>()

/**
 * Returns the pyramid of a series. It costs one pass over the values and about a fifteenth of
 * their memory. Missing: `NaN` and infinite values are no extremes, but each bucket knows of them.
 */
export function buildPyramid(series: MetricSeries): Pyramid {
  return growPyramid(
    { series: { ...series, values: series.values.subarray(0, 0) }, levels: [] },
    series,
  )
}

/**
 * Returns the pyramid of a series that begins with all the points of the given pyramid's series.
 *
 * It costs what was added: the new buckets are written behind the old ones. The pyramid that was
 * given stays as it was.
 */
export function growPyramid(pyramid: Pyramid, series: MetricSeries): Pyramid {
  const levels: PyramidLevel[] = []
  let size = series.values.length >> fanBits
  let below: PyramidLevel = { mins: series.values, maxs: series.values, flags: noFlags }
  while (size > 0) {
    below = growLevel(pyramid.levels[levels.length], below, size)
    levels.push(below)
    size >>= fanBits
  }
  return { series, levels }
}

/**
 * Writes into `into` what the values of the points from `start` up to but not including `end`
 * reach, and returns it. `start` and `end` are places in the columns, not steps.
 */
export function extentOf(
  pyramid: Pyramid,
  range: { readonly start: number; readonly end: number },
  into: ValueExtent = { min: Infinity, max: -Infinity, flags: 0 },
): ValueExtent {
  into.min = Infinity
  into.max = -Infinity
  into.flags = 0
  collectExtent(pyramid, range.start, range.end, into)
  return into
}

/** Widens `into` by the values from `start` up to but not including `end`. */
export function collectExtent(
  { series, levels }: Pyramid,
  start: number,
  end: number,
  into: ValueExtent,
): void {
  let from = start
  let to = end
  let depth = -1
  // Up from both ends: at each level only what does not fill a bucket of the next one is read.
  while (from < to) {
    const above = levels[depth + 1]
    const upFrom = (from + fanOut - 1) >> fanBits
    const upTo = Math.min(to >> fanBits, above === undefined ? 0 : above.mins.length)
    const level = levels[depth]
    if (upFrom >= upTo) {
      if (level === undefined) readValues(series.values, from, to, into)
      else readBuckets(level, from, to, into)
      return
    }
    if (level === undefined) {
      readValues(series.values, from, upFrom << fanBits, into)
      readValues(series.values, upTo << fanBits, to, into)
    } else {
      readBuckets(level, from, upFrom << fanBits, into)
      readBuckets(level, upTo << fanBits, to, into)
    }
    from = upFrom
    to = upTo
    depth++
  }
}

/**
 * Returns the first place of a value that is an extreme of the series, `-1` where it is not there.
 * It reads the buckets, and the points of one of them.
 */
export function placeOfExtreme({ series, levels }: Pyramid, value: number): number {
  // A series without finite values has no extreme, though an infinity may stand in it.
  if (!Number.isFinite(value)) return -1
  const finest = levels[0]
  if (finest === undefined) return series.values.indexOf(value)
  const found = [finest.mins.indexOf(value), finest.maxs.indexOf(value)].filter((at) => at >= 0)
  return series.values.indexOf(value, Math.min(finest.mins.length, ...found) << fanBits)
}

function readValues(values: Float64Array, from: number, to: number, into: ValueExtent): void {
  for (let i = from; i < to; i++) {
    const value = values[i] as number
    // Finite values alone give 0 here, and they are nearly all.
    if (value - value !== 0) {
      into.flags |= flagOf(value)
      continue
    }
    if (value < into.min) into.min = value
    if (value > into.max) into.max = value
  }
}

function readBuckets(level: PyramidLevel, from: number, to: number, into: ValueExtent): void {
  for (let i = from; i < to; i++) {
    const min = level.mins[i] as number
    const max = level.maxs[i] as number
    if (min < into.min) into.min = min
    if (max > into.max) into.max = max
    into.flags |= level.flags[i] as number
  }
}

function flagOf(value: number): number {
  if (value !== value) return holdsNaN
  return value > 0 ? holdsPositiveInfinity : holdsNegativeInfinity
}

/** The points themselves carry no flags: what they are is read from their value. */
const noFlags = new Uint8Array(0)

function growLevel(old: PyramidLevel | undefined, below: PyramidLevel, size: number): PyramidLevel {
  const done = old?.mins.length ?? 0
  if (old !== undefined && done === size) return old
  const room = roomFor(old, size)
  const extent: ValueExtent = { min: Infinity, max: -Infinity, flags: 0 }
  for (let bucket = done; bucket < size; bucket++) {
    extent.min = Infinity
    extent.max = -Infinity
    extent.flags = 0
    const first = bucket << fanBits
    if (below.flags === noFlags) readValues(below.mins, first, first + fanOut, extent)
    else readBuckets(below, first, first + fanOut, extent)
    room.mins[bucket] = extent.min
    room.maxs[bucket] = extent.max
    room.flags[bucket] = extent.flags
  }
  room.length = size
  const level = {
    mins: room.mins.subarray(0, size),
    maxs: room.maxs.subarray(0, size),
    flags: room.flags.subarray(0, size),
  }
  rooms.set(level.mins, room)
  return level
}

function roomFor(old: PyramidLevel | undefined, size: number): Room {
  const room = old === undefined ? undefined : rooms.get(old.mins)
  if (room !== undefined && room.length === old?.mins.length && room.mins.length >= size) {
    return room
  }
  // A first build takes what it needs; a level that grows is given as much again.
  const capacity = old === undefined ? size : size * 2
  const larger: Room = {
    mins: new Float64Array(capacity),
    maxs: new Float64Array(capacity),
    flags: new Uint8Array(capacity),
    length: 0,
  }
  if (old !== undefined) {
    larger.mins.set(old.mins)
    larger.maxs.set(old.maxs)
    larger.flags.set(old.flags)
  }
  return larger
}
