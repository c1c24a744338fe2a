import { compareText, type Notice, type Run } from '@runoff/core'
import { mapLimited } from '../async/mapLimited.ts'
import { sharedTask } from '../async/sharedTask.ts'
import { defineSource } from '../define/defineSource.ts'
import { groupBy } from '../query/groupBy.ts'
import { queryRuns } from '../query/queryRuns.ts'
import { seriesResults, type HeldSeries } from '../query/seriesResults.ts'
import { startsLikeSnapshot } from '../snapshot/readSnapshot.ts'
import type { RunSource } from '../source.ts'
import { isArtefact, isPage } from './artefacts.ts'
import { formRuns } from './form/formRuns.ts'
import { groupFiles } from './form/groupFiles.ts'
import type { FileContent, ParsedFile } from './formats/parsedFile.ts'
import { plainPath } from './paths.ts'
import { readFile } from './readFile.ts'
import { readHead } from './readText.ts'
import type { RunFile } from './runFile.ts'
import { placeSnapshots, readSnapshotFile, type SnapshotFile } from './snapshotFiles.ts'
import { unreadable } from './unreadable.ts'

export interface FilesSourceOptions {
  /** @default 'files' */
  readonly id?: string
  readonly files: readonly RunFile[]
}

/**
 * Returns a source of the runs that files hold, recognised by their names and their content.
 *
 * Files are opened when runs are first asked for, and each is read once. A file that is cut, empty
 * or no run becomes a notice with its path and hides none of the others. Runs are in the order of
 * their ids, which are their folders.
 */
export function filesSource({ id = 'files', files }: FilesSourceOptions): RunSource {
  const given = [...files]
  const load = sharedTask((signal) => loadRuns(id, given, signal))
  return defineSource({
    id,
    async listRuns(query, options) {
      const { runs, notices } = await load(options?.signal)
      const isFirst = (query.cursor ?? null) === null
      return { ...queryRuns(runs, query), ...(isFirst && notices.length > 0 ? { notices } : {}) }
    },
    async readSeries(requests, options) {
      const { held } = await load(options?.signal)
      return seriesResults(requests, held)
    },
  })
}

interface LoadedRuns {
  readonly runs: readonly Run[]
  readonly held: ReadonlyMap<string, HeldSeries>
  readonly notices: readonly Notice[]
}

async function loadRuns(
  source: string,
  files: readonly RunFile[],
  signal: AbortSignal,
): Promise<LoadedRuns> {
  const byPath = groupBy(files, (file) => plainPath(file.path))
  const wanted = Array.from(byPath).filter(([path]) => !isArtefact(path))
  const sorted = wanted.toSorted(([a], [b]) => compareText(a, b))
  const outcomes = await mapLimited(sorted, filesAtOnce, (named) => readOne(named, signal))
  const parsed = outcomes.flatMap(({ file }) => file ?? [])
  const { formed, notices } = formRuns(groupFiles(parsed), source)
  const snapshots = outcomes.flatMap(({ snapshot }) => snapshot ?? [])
  const kept = placeSnapshots(snapshots, { source, taken: formed.map(({ run }) => run.id) })
  const all = [...formed, ...kept].toSorted((a, b) => compareText(a.run.id, b.run.id))
  return {
    runs: all.map(({ run }) => run),
    held: new Map(all.map((each) => [each.run.id, each])),
    notices: [
      ...outcomes.flatMap((outcome) => outcome.notices),
      ...notices,
      ...formed.flatMap(({ runNotices }) => runNotices),
    ],
  }
}

interface Outcome {
  readonly file: ParsedFile | null
  readonly snapshot?: SnapshotFile
  readonly notices: readonly Notice[]
}

/** Few at a time: each may be large. */
const filesAtOnce = 4

async function readOne(
  [path, [file, ...others]]: readonly [string, readonly RunFile[]],
  signal: AbortSignal,
): Promise<Outcome> {
  signal.throwIfAborted()
  if (file === undefined) return { file: null, notices: [] }
  try {
    const blob = await file.open()
    const doubles = samePath(path, others.length).map((notice) => ({ ...notice, path }))
    if (startsLikeSnapshot(await readHead(blob))) {
      const snapshot = await readSnapshotFile(path, blob, signal)
      return { file: null, snapshot, notices: doubles }
    }
    if (isPage(path)) return { file: null, notices: [] }
    const { content, notices } = await readFile(path, blob, signal)
    const odd = [...notices, ...withoutMetrics(content, notices)]
    const placed = odd.map((notice) => ({ ...notice, path }))
    return { file: { path, content }, notices: [...placed, ...doubles] }
  } catch (cause) {
    signal.throwIfAborted()
    return { file: null, notices: [unreadable(path, cause)] }
  }
}

function withoutMetrics(content: FileContent, known: readonly Notice[]): readonly Notice[] {
  if (!('runs' in content) || content.runs.some(({ rows }) => rows.length > 0)) return []
  if (known.some(({ code }) => code === 'no-metrics')) return []
  return [{ code: 'no-metrics', message: 'The file holds no metrics yet.' }]
}

function samePath(path: string, count: number): readonly Notice[] {
  if (count === 0) return []
  const message = `Several files have the path ${path}; the first was read, the others were not.`
  return [{ code: 'same-path', message, count }]
}
