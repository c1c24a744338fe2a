import type { Basis, MetricSeries, MetricSummary, Notice, StepUnit } from '@runoff/core'
import { encodeRows } from './rowBinary.ts'
import { metricKey, type Session } from './session.ts'
import { keySql, oneOf, wholeSql } from './sqlText.ts'
import type { RunEntry } from './runTable.ts'
import type { PointPlace } from './pointTable.ts'

/** What is known of one metric of a run beside its points. */
export interface SeriesState {
  readonly name: string
  /** What is known of its points; `null` where there is no series. */
  readonly facts: SeriesFacts | null
  readonly summary: MetricSummary | null
  /** Which open store wrote this, `0` where nobody did. */
  readonly writer: number
  readonly version: number
}

export interface SeriesFacts {
  /** Where its points are. */
  readonly generation: number
  readonly stepUnit: StepUnit
  readonly basis: Basis
  readonly total: number | null
  readonly notices: readonly Notice[]
}

/** As JSON, which has neither `NaN` nor `-0`: the numbers of a summary are texts. */
interface Details {
  readonly name: string
  readonly facts: SeriesFacts | null
  readonly summary: Readonly<Record<string, string | null>> | null
}

type RunPlace = Pick<RunEntry, 'key' | 'generation'>

export function factsOf(
  { stepUnit = 'step', basis, total }: MetricSeries,
  generation: number,
  notices: readonly Notice[] = [],
): SeriesFacts {
  return { generation, stepUnit, basis, total, notices }
}

/** Where the points of a series are, `null` where it has none. */
export function placeOf(run: RunPlace, { name, facts }: SeriesState): PointPlace | null {
  if (facts === null) return null
  return { run: run.key, metric: metricKey(name), generation: facts.generation }
}

/** Returns the states of the metrics of some runs, all or those of these names, by run and name. */
export async function readStates(
  { engine }: Session,
  runs: readonly RunPlace[],
  names?: Iterable<string>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, SeriesState>>> {
  const states = new Map(runs.map(({ key }) => [key, new Map<string, SeriesState>()]))
  const generations = new Map(runs.map(({ key, generation }) => [key, generation]))
  const metrics = names && Array.from(names, (name) => keySql(metricKey(name)))
  if (runs.length === 0 || metrics?.length === 0) return states
  const ofRuns = oneOf('run', Array.from(generations.keys(), keySql))
  const rows = await engine.read(
    ['key', 'whole', 'whole', 'whole', 'text'],
    `SELECT run, generation, writer, version, details FROM series
    WHERE ${ofRuns} ${metrics ? `AND ${oneOf('metric', metrics)}` : ''}
    ORDER BY version DESC, writer DESC LIMIT 1 BY run, generation, metric`,
  )
  for (const [run, generation, writer, version, text] of rows) {
    if (generations.get(run) !== generation) continue
    const { name, facts, summary } = JSON.parse(text) as Details
    const known = { name, facts, summary: summary && decodeSummary(summary) }
    states.get(run)?.set(name, { ...known, writer, version })
  }
  return states
}

const columns = [
  'run',
  'generation',
  'metric',
  'writer',
  'version',
  'last',
  'min',
  'max',
  'details',
]
const kinds = [
  ...(['key', 'whole', 'key', 'whole', 'whole', 'number', 'number', 'number', 'text'] as const),
] as const

/** Writes states over those that are there, all at once, and returns them with their versions. */
export async function writeStates(
  session: Session,
  run: RunPlace,
  states: readonly SeriesState[],
): Promise<readonly SeriesState[]> {
  const written = states.map((state) => ({
    ...state,
    writer: session.writer,
    version: session.tick(state.version),
  }))
  const rows = written.map(
    ({ name, facts, summary, writer, version }) =>
      [
        run.key,
        run.generation,
        metricKey(name),
        writer,
        version,
        summary?.last ?? NaN,
        summary?.min ?? NaN,
        summary?.max ?? NaN,
        JSON.stringify({ name, facts, summary: summary && encodeSummary(summary) }),
      ] satisfies [string, number, string, number, number, number, number, number, string],
  )
  await session.engine.insert('series', columns, encodeRows(kinds, rows))
  return written
}

/**
 * Returns the versions of states that another open store wrote, of the metrics for which they are
 * newer than those this one began with: both may have missed the points of the other.
 */
export async function readForeignVersions(
  { engine, writer }: Session,
  run: RunPlace,
  begun: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const names = new Map(Array.from(begun.keys(), (name) => [metricKey(name), name]))
  const rows = await engine.read(
    ['key', 'whole'],
    `SELECT metric, max(version) FROM series
    WHERE run = ${keySql(run.key)} AND generation = ${wholeSql(run.generation)}
      AND ${oneOf('metric', Array.from(names.keys(), keySql))} AND writer != ${wholeSql(writer)}
    GROUP BY metric`,
  )
  const found = rows.map(([metric, version]) => [names.get(metric) ?? '', version] as const)
  return new Map(found.filter(([name, version]) => version > (begun.get(name) ?? 0)))
}

function encodeSummary(summary: MetricSummary): Readonly<Record<string, string | null>> {
  const cells = Object.entries(summary).filter(([, value]) => value !== undefined)
  return Object.fromEntries(cells.map(([name, value]) => [name, encodeCell(value)]))
}

function encodeCell(value: number | string | null): string | null {
  if (value === null) return null
  return Object.is(value, -0) ? '-0' : String(value)
}

function decodeSummary(cells: Readonly<Record<string, string | null>>): MetricSummary {
  const number = (name: keyof MetricSummary): number | null => {
    const cell = cells[name] ?? null
    return cell === null ? null : Number(cell)
  }
  const [trainAtMin, trainAtMax] = [number('trainAtMin'), number('trainAtMax')]
  return {
    ...(trainAtMin === null ? {} : { trainAtMin }),
    ...(trainAtMax === null ? {} : { trainAtMax }),
    last: number('last'),
    min: number('min'),
    max: number('max'),
    minStep: number('minStep'),
    maxStep: number('maxStep'),
    lastStep: number('lastStep'),
    count: number('count') ?? 0,
    basis: cells['basis'] as Basis,
  }
}
