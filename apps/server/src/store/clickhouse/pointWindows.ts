import type { StoredSeriesQuery } from '../metricStore.ts'
import { pointsOf, pointsOfAny, type Columns, type PointPlace } from './pointTable.ts'
import { sampleSql, stretchesOf, type PointKinds } from './sampleSql.ts'
import { encodeKey } from './rowBinary.ts'
import type { Session } from './session.ts'
import { numberSql } from './sqlText.ts'

export interface PointWindow {
  readonly columns: Columns
  /** How many points the window has. */
  readonly count: number
  readonly isSampled: boolean
}

/** What a window holds, as far as it must be known before its points are read. */
interface Extent extends PointKinds {
  readonly low: number
  readonly high: number
  readonly count: number
  /** Whether a step may be there more than once, so that the engine must choose. */
  readonly isMixed: boolean
}

/** How many samples are asked for at a time. */
const atOnce = 4

/** Returns the points of a query, by the key of their metric. */
export async function readWindows(
  session: Session,
  places: readonly PointPlace[],
  query: StoredSeriesQuery,
): Promise<ReadonlyMap<string, PointWindow>> {
  const { maxPoints = Infinity } = query
  const extents = await readExtents(session, places, query)
  const isLong = ({ metric }: PointPlace): boolean => (extents.get(metric)?.count ?? 0) > maxPoints
  const short = places.filter((place) => !isLong(place))
  const columns = new Map(await readWhole(session, short, extents, query))
  const long = places.filter(isLong)
  for (let i = 0; i < long.length; i += atOnce) {
    const read = long.slice(i, i + atOnce).map(async (place) => {
      const sample = await readSample(session, place, extents.get(place.metric) ?? empty, query)
      columns.set(place.metric, sample)
    })
    await Promise.all(read)
  }
  return new Map(
    Array.from(columns, ([metric, found]) => {
      const count = extents.get(metric)?.count ?? 0
      return [metric, { columns: found, count, isSampled: count > maxPoints }]
    }),
  )
}

const empty: Extent = {
  low: NaN,
  high: NaN,
  count: 0,
  isMixed: false,
  hasNan: false,
  hasHigh: false,
  hasLow: false,
}

function windowSql({ from, to, since }: StoredSeriesQuery): string {
  const bounds: readonly (readonly [string, number | undefined])[] = [
    ['>=', from],
    ['<=', to],
    ['>', since],
  ]
  return bounds
    .map(([sign, step]) => (step === undefined ? '' : ` AND step ${sign} ${numberSql(step)}`))
    .join('')
}

/**
 * Each write has a version of its own and no step twice: where the writes of a series lie side by
 * side, every row counts. Only where they overlap must the engine choose between rows, which takes
 * it five times as long.
 */
async function readExtents(
  session: Session,
  places: readonly PointPlace[],
  query: StoredSeriesQuery,
): Promise<ReadonlyMap<string, Extent>> {
  const rows = await extentRows(session, places, query, 'points')
  const extents = new Map(Array.from(rows, ([metric, parts]) => [metric, joinParts(parts)]))
  const mixed = places.filter(({ metric }) => extents.get(metric)?.isMixed)
  for (const [metric, parts] of await extentRows(session, mixed, query, 'points FINAL')) {
    extents.set(metric, { ...joinParts(parts), isMixed: true })
  }
  return extents
}

async function extentRows(
  { engine }: Session,
  places: readonly PointPlace[],
  query: StoredSeriesQuery,
  table: string,
): Promise<ReadonlyMap<string, readonly Extent[]>> {
  if (places.length === 0) return new Map()
  const rows = await engine.read(
    ['key', 'number', 'number', 'whole', 'whole', 'whole', 'whole'],
    `SELECT metric, min(step), max(step), count(), countIf(isNaN(value)),
      countIf(isInfinite(value) AND value > 0), countIf(isInfinite(value) AND value < 0)
    FROM ${table} WHERE ${pointsOfAny(places)}${windowSql(query)} GROUP BY metric, version`,
  )
  const found = new Map<string, Extent[]>()
  for (const [metric, low, high, count, nan, infinite, negative] of rows) {
    const kinds = { hasNan: nan > 0, hasHigh: infinite > 0, hasLow: negative > 0 }
    const parts = found.get(metric) ?? []
    found.set(metric, parts)
    parts.push({ low, high, count, isMixed: false, ...kinds })
  }
  return found
}

function joinParts(parts: readonly Extent[]): Extent {
  const inOrder = parts.toSorted((a, b) => a.low - b.low)
  return inOrder.reduce((a, b) => ({
    low: a.low,
    high: Math.max(a.high, b.high),
    count: a.count + b.count,
    isMixed: a.isMixed || b.low <= a.high,
    hasNan: a.hasNan || b.hasNan,
    hasHigh: a.hasHigh || b.hasHigh,
    hasLow: a.hasLow || b.hasLow,
  }))
}

async function readWhole(
  { engine }: Session,
  places: readonly PointPlace[],
  extents: ReadonlyMap<string, Extent>,
  query: StoredSeriesQuery,
): Promise<readonly (readonly [metric: string, columns: Columns])[]> {
  const found = places.filter(({ metric }) => extents.has(metric))
  const isMixed = found.some(({ metric }) => extents.get(metric)?.isMixed)
  const bytes =
    found.length === 0
      ? Buffer.alloc(0)
      : await engine.readBytes(
          `SELECT metric, step, value, epoch, time_ms FROM points ${isMixed ? 'FINAL' : ''}
          WHERE ${pointsOfAny(found)}${windowSql(query)} ORDER BY metric, step`,
        )
  const parts = partsByKey(bytes)
  return places.map(({ metric }) => {
    const rows = parts.get(encodeKey(metric).toString('latin1')) ?? Buffer.alloc(0)
    return [metric, columnsOf(rows, 16)]
  })
}

const keyLength = 16
const pointLength = 32

/** The rows of an answer that begin with the same key follow each other. */
function partsByKey(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>()
  const length = keyLength + pointLength
  let start = 0
  for (let end = length; end <= bytes.length; end += length) {
    const key = bytes.subarray(start, start + keyLength)
    const isLast = end === bytes.length || key.compare(bytes, end, end + keyLength) !== 0
    if (!isLast) continue
    parts.set(key.toString('latin1'), bytes.subarray(start, end))
    start = end
  }
  return parts
}

async function readSample(
  { engine }: Session,
  place: PointPlace,
  extent: Extent,
  query: StoredSeriesQuery,
): Promise<Columns> {
  const window = {
    from: extent.isMixed ? 'points FINAL' : 'points',
    where: `${pointsOf(place)}${windowSql(query)}`,
  }
  const stretches = stretchesOf(extent, extent, query.maxPoints ?? Infinity)
  const sql = sampleSql('step, value, epoch, time_ms', window, stretches, extent)
  return columnsOf(await engine.readBytes(sql), 0)
}

/** Returns the columns of rows that hold a point behind `skipped` other bytes. */
function columnsOf(bytes: Buffer, skipped: number): Columns {
  const length = skipped + pointLength
  const column = (place: number): Float64Array =>
    Float64Array.from({ length: bytes.length / length }, (_, i) =>
      bytes.readDoubleLE(i * length + skipped + place * 8),
    )
  return {
    steps: column(0),
    values: column(1),
    epochs: unlessUnknown(column(2)),
    timesMs: unlessUnknown(column(3)),
  }
}

function unlessUnknown(column: Float64Array): Float64Array | null {
  return column.some((value) => !Number.isNaN(value)) ? column : null
}
