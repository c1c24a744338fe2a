import { defineRun, RunoffError, runToJson, type Run, type RunJson } from '@runoff/core'
import { nameKey, plainText } from '../runOrder.ts'
import { encodeRows } from './rowBinary.ts'
import { runKey, type Session } from './session.ts'
import { keySql, oneOf } from './sqlText.ts'

/** A run as the table has it, its metrics aside. */
export interface RunEntry {
  /** Its key in the tables. */
  readonly key: string
  readonly experimentId: string
  /** Rises with every change. */
  readonly version: number
  /** Runs that were saved first later have higher ones. */
  readonly number: number
  /** Tells its series from those that were kept before it was saved again. */
  readonly generation: number
  readonly contentHash: string
  /** What a person chose, `null` where nobody did. */
  readonly archivedByChoice: boolean | null
  /** As its own source says. */
  readonly run: Run
}

interface Details {
  readonly hash: string
  readonly choice: boolean | null
  readonly run: RunJson
}

const columns = [
  'run',
  'version',
  'experiment',
  'number',
  'generation',
  'archived',
  'status',
  'started_at',
  'name_key',
  'search_text',
  'model',
  'dataset',
  'run_group',
  'details',
]
const kinds = [
  ...(['key', 'whole', 'text', 'whole', 'whole', 'whole', 'text', 'number'] as const),
  ...(['text', 'text', 'text', 'text', 'text', 'text'] as const),
] as const

/** Returns the runs of these keys that are there, by key. */
export async function findRuns(
  { engine }: Session,
  keys: readonly string[],
): Promise<ReadonlyMap<string, RunEntry>> {
  if (keys.length === 0) return new Map()
  const rows = await engine.read(
    ['key', 'text', 'whole', 'whole', 'whole', 'text'],
    `SELECT run, experiment, version, number, generation, details FROM runs
    WHERE ${oneOf('run', keys.map(keySql))} ORDER BY version DESC LIMIT 1 BY run`,
  )
  const entries = rows.map(([key, experimentId, version, number, generation, details]) => {
    const { hash, choice, run } = JSON.parse(details) as Details
    const known = { key, experimentId, version, number, generation }
    return { ...known, contentHash: hash, archivedByChoice: choice, run: defineRun(run) }
  })
  return new Map(entries.map((entry) => [entry.key, entry]))
}

/** Returns the run of this id, or `null`. */
export async function findRun(session: Session, id: string): Promise<RunEntry | null> {
  const key = runKey(id)
  return (await findRuns(session, [key])).get(key) ?? null
}

/** @throws {RunoffError} `not-found` for an unknown run. */
export async function requireRun(session: Session, id: string): Promise<RunEntry> {
  const entry = await findRun(session, id)
  if (entry === null) throw new RunoffError('not-found', 'There is no run with this id.')
  return entry
}

export function isArchived({ archivedByChoice, run }: RunEntry): boolean {
  return archivedByChoice ?? run.archived
}

/** Writes a run over what is known of it, and returns it with its new version. */
export async function writeRun(session: Session, entry: RunEntry): Promise<RunEntry> {
  const { run } = entry
  const version = session.tick(entry.version)
  const found = [run.name, run.model, run.dataset].filter((text) => text !== null)
  const details: Details = {
    hash: entry.contentHash,
    choice: entry.archivedByChoice,
    run: runToJson({ ...run, metrics: new Map() }),
  }
  const row = encodeRows(kinds, [
    [
      entry.key,
      version,
      entry.experimentId,
      entry.number,
      entry.generation,
      Number(isArchived(entry)),
      run.status,
      run.startedAtMs ?? NaN,
      nameKey(run.name),
      found.map(plainText).join('\n'),
      JSON.stringify(run.model),
      JSON.stringify(run.dataset),
      JSON.stringify(run.group),
      JSON.stringify(details),
    ],
  ])
  await session.engine.insert('runs', columns, row)
  return { ...entry, version }
}
