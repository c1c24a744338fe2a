import { compareText, type Notice } from '@runoff/core'
import { groupBy } from '../../query/groupBy.ts'
import type {
  MetricRow,
  ParsedFile,
  ParsedRun,
  RestartPoint,
  RunKind,
} from '../formats/parsedFile.ts'
import { putAway } from '../growth/rotation.ts'
import { joinMlflow } from '../mlflow/joinMlflow.ts'
import { fileNameOf, folderOf } from '../paths.ts'
import { isBeginning } from './joinStates.ts'

/**
 * Makes one file of those that one writer wrote after another: the event files of a folder, a log
 * and what was put away of it, the parts of an MLflow run.
 */
export function joinFiles(files: readonly ParsedFile[]): readonly ParsedFile[] {
  const events = joinKind(joinMlflow(files), 'events', {
    keyOf: ({ path }) => folderOf(path),
    order: (a, b) => compareText(fileNameOf(a.path), fileNameOf(b.path)),
    join: joinEvents,
  })
  return joinKind(events, 'console', {
    keyOf: ({ path }) => putAway(path)?.base ?? path,
    order: (a, b) => ageOf(b) - ageOf(a),
    keep: withoutLogCopies,
    join: joinLogs,
  })
}

interface JoinRule {
  readonly keyOf: (file: ParsedFile) => string
  /** From the first that was written. */
  readonly order: (a: ParsedFile, b: ParsedFile) => number
  /** Leaves out what others of the ordered files hold as well. @default all are joined */
  readonly keep?: (ordered: readonly ParsedFile[]) => readonly ParsedFile[]
  readonly join: (runs: readonly ParsedRun[]) => ParsedRun
}

/** The joined file has the path of the last. */
function joinKind(
  files: readonly ParsedFile[],
  kind: RunKind,
  { keyOf, order, keep = (ordered) => ordered, join }: JoinRule,
): readonly ParsedFile[] {
  const groups = groupBy(
    files.filter(({ content }) => content.kind === kind),
    keyOf,
  )
  const several = Array.from(groups.values()).filter(
    (group) => group.length > 1 || group.some(hasRestarts),
  )
  if (several.length === 0) return files
  const replaced = new Set(several.flat())
  const joined = several.map((group) => {
    const ordered = group.toSorted(order)
    const path = ordered.at(-1)?.path ?? ''
    const runs = keep(ordered).flatMap(runsOf)
    return { path, content: { kind, runs: [join(runs)] } }
  })
  return [...files.filter((file) => !replaced.has(file)), ...joined]
}

function runsOf({ content }: ParsedFile): readonly ParsedRun[] {
  return 'runs' in content ? content.runs : []
}

function hasRestarts(file: ParsedFile): boolean {
  return runsOf(file).some(({ restarts = [] }) => restarts.length > 0)
}

function ageOf({ path }: ParsedFile): number {
  return putAway(path)?.age ?? -1
}

/**
 * Leaves out the log that is just being copied before it is emptied, and that which is just being
 * compressed: for a while the same lines stand in two files.
 */
function withoutLogCopies(ordered: readonly ParsedFile[]): readonly ParsedFile[] {
  const isPacked = ({ path }: ParsedFile): boolean => path.endsWith('.gz')
  const plainAges = new Set(ordered.filter((file) => !isPacked(file)).map(ageOf))
  const logs = ordered.filter((file) => !isPacked(file) || !plainAges.has(ageOf(file)))
  return logs.filter((file, i) => {
    const next = logs[i + 1]
    return next === undefined || !isHeldBy(file, next)
  })
}

/** Past so many rows, a last one that was cut while it was copied proves nothing. */
const fewRows = 8

function isHeldBy(file: ParsedFile, other: ParsedFile): boolean {
  const [rows = []] = runsOf(file).map((run) => run.rows)
  const [held = []] = runsOf(other).map((run) => run.rows)
  const whole = rows.length > fewRows ? rows.slice(0, -1) : rows
  return (
    whole.length > 0 &&
    isBeginning(whole, held) &&
    whole.every(({ epoch, timeMs }, i) => epoch === held[i]?.epoch && timeMs === held[i]?.timeMs)
  )
}

function joinLogs(runs: readonly ParsedRun[]): ParsedRun {
  const last = runs.at(-1)
  return { key: null, rows: runs.flatMap(({ rows }) => rows), facts: last?.facts ?? {} }
}

/**
 * Joins the event files of one run. Where a writer says that it goes on from a step, what was
 * logged from that step on is void, as TensorBoard has it; other steps that repeat are left to
 * whoever places them, where the later value stands.
 */
function joinEvents(runs: readonly ParsedRun[]): ParsedRun {
  const configs = runs.flatMap(({ config }) => (config ? [config] : []))
  const facts = runs.map((run) => withoutNulls(run.facts))
  let start = 0
  const restarts = runs.flatMap((run) => {
    const placed = (run.restarts ?? []).map(({ row, step }) => ({ row: row + start, step }))
    start += run.rows.length
    return placed
  })
  const rows = runs.flatMap((run) => run.rows)
  // A start that nothing follows yet makes nothing void: what was logged is all there is.
  const valid = withoutVoid(
    rows,
    restarts.filter(({ row }) => row < rows.length),
  )
  return {
    key: null,
    rows: valid,
    facts: Object.assign({}, ...facts) as ParsedRun['facts'],
    config: configs.length === 0 ? null : Object.assign({}, ...configs),
    notices: voidNotices(rows.length - valid.length),
  }
}

/** Returns rows without those that a later start of their writer made void. */
function withoutVoid(
  rows: readonly MetricRow[],
  restarts: readonly RestartPoint[],
): readonly MetricRow[] {
  // From the end: a row must stay below the least step of all starts behind it.
  let limit = Infinity
  let next = restarts.length - 1
  const kept: MetricRow[] = []
  for (let i = rows.length - 1; i >= 0; i--) {
    for (let at = restarts[next]; at !== undefined && at.row > i; at = restarts[--next]) {
      limit = Math.min(limit, at.step)
    }
    const row = rows[i]
    if (row !== undefined && (row.step ?? 0) < limit) kept.push(row)
  }
  return kept.toReversed()
}

function withoutNulls(facts: ParsedRun['facts']): object {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
}

function voidNotices(count: number): readonly Notice[] {
  if (count === 0) return []
  const points = count === 1 ? 'event was' : 'events were'
  return [
    {
      code: 'resumed-run',
      message: `${count} ${points} written again after the run was resumed from an earlier step; the later ones stand.`,
      count,
    },
  ]
}
