import {
  completeView,
  defaultObjective,
  RunoffError,
  seriesFromJson,
  type Notice,
  type Objective,
  type PolicyName,
  type Run,
  type SeriesJson,
} from '@runoff/core'
import { snapshotRun, type SnapshotRunJson } from './runCodec.ts'
import {
  snapshotDataTags,
  snapshotFormat,
  snapshotVersion,
  type Snapshot,
  type SnapshotFailure,
  type SnapshotSeries,
} from './snapshot.ts'

/** More than this nobody compares, and no page could show. */
const mostRuns = 100_000
const mostSeries = 1_000_000

/**
 * Whether a file that begins like this holds a snapshot: a page, also as a browser has saved it
 * anew, or the data alone, also as an editor has laid it out.
 */
export function startsLikeSnapshot(head: string): boolean {
  const start = head.trimStart()
  const tag = /^<!doctype html>\s*(?:<!--[^]*?-->\s*)?<html\s[^>]*>/iu.exec(start)?.[0] ?? ''
  return tag.includes(`data-format="${snapshotFormat}"`) || startsLikeData.test(start)
}

const startsLikeData = new RegExp(`^\\{\\s*"format"\\s*:\\s*"${snapshotFormat}"`, 'u')

/**
 * Returns the snapshot that a page holds, or that is written as JSON. Nothing in it is run: it is
 * data, read field by field.
 *
 * @throws {RunoffError} `bad-log` where the text holds none, is cut, is of a later version, or has
 * a part that is not what it should be.
 */
export function readSnapshot(text: string): Snapshot {
  const given = objectOf(parse(dataOf(text)), 'The snapshot')
  if (given.get('format') !== snapshotFormat) throw notOne()
  checkVersion(given.get('version'))
  const runs = readRuns(given.get('runs'))
  const known = new Set(runs.map(({ id }) => id))
  const isOfRun = ({ runId }: { readonly runId: string }): boolean => known.has(runId)
  return {
    createdAtMs: finite(given.get('createdAtMs'), 'The time at which it was made'),
    objective: readObjective(given.get('objective')),
    policy: readPolicy(given.get('policy')),
    view: completeView(given.get('view')),
    runs,
    series: eachOnce(listOf(given.get('series'), 'series', mostSeries).map(readSeries)).filter(
      isOfRun,
    ),
    withoutSeries: readIds(given.get('withoutSeries')).filter((id) => known.has(id)),
    failures: eachOnce(
      listOf(given.get('failures') ?? [], 'failures', mostSeries).map(readFailure),
    ).filter(isOfRun),
  }
}

function dataOf(text: string): string {
  const plain = text.trimStart()
  if (plain.startsWith('{')) return plain
  const { open, close } = snapshotDataTags
  const start = plain.indexOf(open)
  if (start < 0) throw notOne()
  const end = plain.indexOf(close, start + open.length)
  if (end < 0) throw bad('The file is cut: the data of the snapshot has no end.')
  return plain.slice(start + open.length, end)
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw bad('The file is cut or was changed: the data of the snapshot is not JSON.', cause)
  }
}

function checkVersion(version: unknown): void {
  if (version === snapshotVersion) return
  if (typeof version === 'number' && version > snapshotVersion) {
    throw bad(
      `The snapshot is of version ${version}, and this Runoff reads version ${snapshotVersion}. ` +
        'Open it with a later Runoff, or open the file itself in a browser.',
    )
  }
  throw bad('The snapshot does not say in which version of the format it is written.')
}

function readRuns(given: unknown): readonly Run[] {
  const runs = listOf(given, 'runs', mostRuns).map(readRun)
  if (new Set(runs.map(({ id }) => id)).size === runs.length) return runs
  throw bad('Two runs of the snapshot have one id, so that their curves cannot be told apart.')
}

function readRun(given: unknown): Run {
  objectOf(given, 'A run')
  try {
    return snapshotRun(given as SnapshotRunJson)
  } catch (cause) {
    throw bad('A run of the snapshot has neither an id nor a name.', cause)
  }
}

function readSeries(given: unknown): SnapshotSeries {
  const part = objectOf(given, 'A series')
  const name = nameOf(part)
  const length = listOf(part.get('steps'), 'steps', Infinity).length
  for (const column of ['values', 'times', 'epochs']) {
    const entries = part.get(column)
    if (entries === null && column !== 'values') continue
    if (listOf(entries, column, Infinity).length === length) continue
    throw bad(`The columns of ${name.metric} of the run ${name.runId} are not of one length.`)
  }
  const basis = part.get('basis')
  const stepUnit = part.get('stepUnit')
  const isKnown = bases.includes(basis) && stepUnits.includes(stepUnit)
  if (!isKnown) throw bad(`It is not said what the points of ${name.metric} are.`)
  const total = part.get('total')
  if (total !== null) finite(total, 'The number of all points')
  return {
    ...name,
    series: seriesFromJson(given as SeriesJson),
    notices: listOf(part.get('notices') ?? [], 'notices', mostRuns).flatMap(readNotice),
  }
}

const bases: readonly unknown[] = ['full', 'sampled', 'last-only', 'summary']
const stepUnits: readonly unknown[] = ['step', 'epoch', 'record']
const policies: readonly PolicyName[] = ['composite', 'bestValue', 'evidence']

function readPolicy(given: unknown): PolicyName | null {
  return policies.find((policy) => policy === given) ?? null
}

function readObjective(given: unknown): Objective {
  const part = objectOf(given ?? defaultObjective, 'What runs are compared by')
  const metric = part.get('metric')
  const goal = part.get('goal')
  if (typeof metric === 'string' && (goal === 'min' || goal === 'max')) return { metric, goal }
  throw bad('The snapshot does not say by which metric its runs are compared.')
}

function readFailure(given: unknown): SnapshotFailure {
  const part = objectOf(given, 'A failure')
  const message = part.get('message')
  if (typeof message !== 'string') throw bad('It is not said why a series is missing.')
  return { ...nameOf(part), message }
}

function readIds(given: unknown): readonly string[] {
  const ids = listOf(given ?? [], 'runs without series', mostRuns)
  return [...new Set(ids.filter((id) => typeof id === 'string'))]
}

function readNotice(given: unknown): readonly Notice[] {
  const part = objectOf(given, 'A notice')
  const [code, message, count] = [part.get('code'), part.get('message'), part.get('count')]
  const [line, path] = [part.get('line'), part.get('path')]
  if (typeof code !== 'string' || typeof message !== 'string') return []
  return [
    {
      code,
      message,
      ...(typeof count === 'number' ? { count } : {}),
      ...(typeof line === 'number' ? { line } : {}),
      ...(typeof path === 'string' ? { path } : {}),
    },
  ]
}

function nameOf(part: ReadonlyMap<string, unknown>): Pick<SnapshotSeries, 'runId' | 'metric'> {
  const [runId, metric] = [part.get('runId'), part.get('metric')]
  if (typeof runId === 'string' && typeof metric === 'string') return { runId, metric }
  throw bad('A series of the snapshot does not say of which run and metric it is.')
}

/** The first of two that are of one metric stands. */
function eachOnce<Entry extends Pick<SnapshotSeries, 'runId' | 'metric'>>(
  entries: readonly Entry[],
): readonly Entry[] {
  const byName = new Map<string, Entry>()
  for (const each of entries) {
    const key = JSON.stringify([each.runId, each.metric])
    if (!byName.has(key)) byName.set(key, each)
  }
  return [...byName.values()]
}

function objectOf(given: unknown, what: string): ReadonlyMap<string, unknown> {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
    return new Map(Object.entries(given))
  }
  throw bad(`${what} should be an object, and is ${given === null ? 'null' : typeof given}.`)
}

function listOf(given: unknown, what: string, most: number): readonly unknown[] {
  if (!Array.isArray(given)) throw bad(`The ${what} of the snapshot should be a list.`)
  if (given.length <= most) return given
  throw bad(`The snapshot has ${given.length} ${what}, and can have ${most}.`)
}

function finite(given: unknown, what: string): number {
  if (typeof given === 'number' && Number.isFinite(given)) return given
  throw bad(`${what} should be a number.`)
}

function notOne(): RunoffError {
  return bad('The file holds no snapshot of a comparison.')
}

function bad(message: string, cause?: unknown): RunoffError {
  return new RunoffError('bad-log', message, cause === undefined ? {} : { cause })
}
