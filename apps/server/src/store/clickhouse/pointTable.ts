import { RunoffError, type MetricSeries } from '@runoff/core'
import { encodeKey } from './rowBinary.ts'
import type { Session } from './session.ts'
import { keySql, numberSql, wholeSql } from './sqlText.ts'

export type Columns = Pick<MetricSeries, 'steps' | 'values' | 'timesMs' | 'epochs'>

/** Where the points of one series are. */
export interface PointPlace {
  readonly run: string
  readonly metric: string
  readonly generation: number
}

/** Points on their way into the table. */
export interface PointBlock {
  readonly place: PointPlace
  readonly columns: Columns
  readonly version: bigint
}

export interface PointExtent {
  readonly from: number
  readonly to: number
  /** The latest segment of any of the points. */
  readonly segment: number
}

export const highestSegment = 65_535
const segmentShift = 48n
const startMs = Date.UTC(2024, 0, 1)
const versions = { lastMs: 0 }

/**
 * Returns what decides between points of the same step: the highest stands, so that of the later
 * segment, and within a segment that of the first write. No two writes of a program have the same,
 * and hardly ever those of two programs.
 */
export function pointVersion(segment: number, writer: number): bigint {
  versions.lastMs = Math.max(versions.lastMs + 1, Date.now() - startMs)
  const order = BigInt(versions.lastMs) * 128n + BigInt(writer % 128)
  return (BigInt(segment) << segmentShift) + ((1n << segmentShift) - 1n - order)
}

/** The condition that a row is a point of this series. */
export function pointsOf({ run, metric, generation }: PointPlace): string {
  return `run = ${keySql(run)} AND metric = ${keySql(metric)} AND generation = ${wholeSql(generation)}`
}

/** The condition that a row is a point of any of these series. */
export function pointsOfAny(places: readonly PointPlace[]): string {
  return places.length === 0
    ? '0'
    : `(${places.map((place) => `(${pointsOf(place)})`).join(' OR ')})`
}

/** @throws {RunoffError} `bad-run` when a step is not finite. */
export function requireSteps(series: ReadonlyMap<string, Pick<Columns, 'steps'>>): void {
  for (const { steps } of series.values()) {
    const bad = steps.find((step) => !Number.isFinite(step))
    if (bad === undefined) continue
    throw new RunoffError(
      'bad-run',
      `A point has the step ${bad}, which has no place on any axis. Leave such points out.`,
    )
  }
}

const tableColumns = ['run', 'metric', 'generation', 'step', 'version', 'value', 'epoch', 'time_ms']
const rowLength = 80

/** Adds points; those of one call show all at once, up to a million of them. */
export async function insertPoints(
  { engine }: Session,
  blocks: readonly PointBlock[],
): Promise<void> {
  await engine.insert('points', tableColumns, Buffer.concat(blocks.map(encodeBlock)))
}

function encodeBlock({ place, columns, version }: PointBlock): Buffer {
  const { steps, values, epochs, timesMs } = columns
  const bytes = Buffer.alloc(steps.length * rowLength)
  const key = Buffer.concat([encodeKey(place.run), encodeKey(place.metric)])
  for (let i = 0; i < steps.length; i++) {
    const at = i * rowLength
    key.copy(bytes, at)
    bytes.writeBigUInt64LE(BigInt(place.generation), at + 32)
    // A step of -0 is the step 0.
    bytes.writeDoubleLE((steps[i] ?? 0) + 0, at + 40)
    bytes.writeBigUInt64LE(version, at + 48)
    bytes.writeDoubleLE(values[i] ?? NaN, at + 56)
    bytes.writeDoubleLE(epochs?.[i] ?? NaN, at + 64)
    bytes.writeDoubleLE(timesMs?.[i] ?? NaN, at + 72)
  }
  return bytes
}

/** Returns over which steps the series that have points go, by the key of their metric. */
export async function readExtents(
  { engine }: Session,
  places: readonly PointPlace[],
): Promise<ReadonlyMap<string, PointExtent>> {
  if (places.length === 0) return new Map()
  const rows = await engine.read(
    ['key', 'number', 'number', 'whole'],
    `SELECT metric, min(step), max(step), bitShiftRight(max(version), ${segmentShift})
    FROM points WHERE ${pointsOfAny(places)} GROUP BY metric`,
  )
  return new Map(rows.map(([metric, from, to, segment]) => [metric, { from, to, segment }]))
}

/** Returns the segments of the points that are there, by the key of their metric and their step. */
export async function readSegments(
  { engine }: Session,
  stretches: readonly { readonly place: PointPlace; readonly from: number; readonly to: number }[],
): Promise<ReadonlyMap<string, ReadonlyMap<number, number>>> {
  if (stretches.length === 0) return new Map()
  const conditions = stretches.map(
    ({ place, from, to }) =>
      `(${pointsOf(place)} AND step >= ${numberSql(from)} AND step <= ${numberSql(to)})`,
  )
  const rows = await engine.read(
    ['key', 'number', 'whole'],
    `SELECT metric, step, bitShiftRight(max(version), ${segmentShift}) FROM points
    WHERE ${conditions.join(' OR ')} GROUP BY metric, step`,
  )
  const found = new Map<string, Map<number, number>>()
  for (const [metric, step, segment] of rows) {
    const known = found.get(metric) ?? new Map<number, number>()
    found.set(metric, known.set(step, segment))
  }
  return found
}

/** Returns the last finite value at or before each of two steps, `null` where there is none. */
export async function readCarried(
  { engine }: Session,
  place: PointPlace,
  steps: readonly (number | null)[],
): Promise<readonly (number | null)[]> {
  const columns = steps.map((step) => {
    const before = step === null ? '0' : `isFinite(value) AND step <= ${numberSql(step)}`
    return `countIf(${before}), argMaxIf(value, step, ${before})`
  })
  const kinds = steps.flatMap(() => ['whole', 'number'] as const)
  const [row = []] = await engine.read(
    kinds,
    `SELECT ${columns.join(', ')} FROM points FINAL WHERE ${pointsOf(place)}`,
  )
  return steps.map((_, i) => (row[2 * i] ? (row[2 * i + 1] ?? null) : null))
}
