import { compareText, type Notice, type Run } from '@runoff/core'
import { mapLimited } from '../async/mapLimited.ts'
import { sharedTask } from '../async/sharedTask.ts'
import { defineSource } from '../define/defineSource.ts'
import { groupBy } from '../query/groupBy.ts'
import { queryRuns } from '../query/queryRuns.ts'
import { seriesResults } from '../query/seriesResults.ts'
import type { RunSource } from '../source.ts'
import { isArtefact } from './artefacts.ts'
import type { FormedRun } from './form/formRun.ts'
import { formRuns } from './form/formRuns.ts'
import { groupFiles } from './form/groupFiles.ts'
import type { FileContent, ParsedFile } from './formats/parsedFile.ts'
import { plainPath } from './paths.ts'
import { readFile } from './readFile.ts'
import type { RunFile } from './runFile.ts'
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
  readonly held: ReadonlyMap<string, FormedRun>
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
  return {
    runs: formed.map(({ run }) => run),
    held: new Map(formed.map((run) => [run.run.id, run])),
    notices: [
      ...outcomes.flatMap((outcome) => outcome.notices),
      ...notices,
      ...formed.flatMap(({ runNotices }) => runNotices),
    ],
  }
}

interface Outcome {
  readonly file: ParsedFile | null
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
    const { content, notices } = await readFile(path, await file.open(), signal)
    const all = [...notices, ...withoutMetrics(content, notices), ...samePath(path, others.length)]
    return { file: { path, content }, notices: all.map((notice) => ({ ...notice, path })) }
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
