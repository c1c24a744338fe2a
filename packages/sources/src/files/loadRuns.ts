import { compareText, type Notice, type Run } from '@runoff/core'
import { mapLimited } from '../async/mapLimited.ts'
import { groupBy } from '../query/groupBy.ts'
import type { HeldSeries } from '../query/seriesResults.ts'
import { isArtefact } from './artefacts.ts'
import type { RunMemory } from './form/formRuns.ts'
import { formRuns } from './form/formRuns.ts'
import { groupFiles } from './form/groupFiles.ts'
import type { ReadRun } from './growth/changedRuns.ts'
import type { FileShelf, Outcome, WantedFile } from './growth/fileShelf.ts'
import { putAway } from './growth/rotation.ts'
import { mlflowLayout } from './mlflow/mlflowLayout.ts'
import { plainPath } from './paths.ts'
import type { RunFile } from './runFile.ts'
import { placeSnapshots } from './snapshotFiles.ts'

export interface LoadedRuns {
  readonly runs: readonly Run[]
  readonly held: ReadonlyMap<string, HeldSeries & ReadRun>
  readonly notices: readonly Notice[]
}

export interface LoadOptions {
  /** The name of the source. */
  readonly source: string
  readonly shelf: FileShelf
  readonly memory: RunMemory
  readonly signal: AbortSignal
}

/** Few at a time: each may be large. */
const filesAtOnce = 4

/** Reads what has changed of some files, and returns all runs that they hold. */
export async function loadRuns(
  files: readonly RunFile[],
  { source, shelf, memory, signal }: LoadOptions,
): Promise<LoadedRuns> {
  const byPath = groupBy(files, (file) => plainPath(file.path))
  const paths = Array.from(byPath.keys()).filter((path) => !isArtefact(path))
  const wanted = wantedFiles(paths.toSorted(compareText), byPath, shelf)
  shelf.keepOnly(new Set(paths))
  const outcomes = await mapLimited(wanted, filesAtOnce, async (each) => {
    const { file, snapshot, notices }: Outcome = await shelf.read(each, signal)
    const doubles = samePath(each.path, (byPath.get(each.path)?.length ?? 1) - 1)
    return { file, snapshot, notices: [...notices, ...doubles] }
  })
  const parsed = outcomes.flatMap(({ file }) => file ?? [])
  const { formed, notices } = formRuns(groupFiles(parsed), { source, memory })
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

function wantedFiles(
  paths: readonly string[],
  byPath: ReadonlyMap<string, readonly RunFile[]>,
  shelf: FileShelf,
): readonly WantedFile[] {
  const roles = mlflowLayout(paths)
  const fresh = paths.filter((path) => !shelf.has(path))
  const rotated = new Set(fresh.flatMap((path) => putAway(path)?.base ?? []))
  const baseOf = (path: string): string => putAway(path)?.base ?? path
  const logs = groupBy(paths, baseOf)
  return paths.flatMap((path) => {
    const file = byPath.get(path)?.[0]
    if (file === undefined) return []
    const base = baseOf(path)
    const siblings = (logs.get(base) ?? [])
      .filter((other) => other !== path)
      .flatMap((other) => byPath.get(other)?.slice(0, 1) ?? [])
    return [{ path, file, role: roles.get(path) ?? null, wasRotated: rotated.has(base), siblings }]
  })
}

function samePath(path: string, count: number): readonly Notice[] {
  if (count === 0) return []
  const message = `Several files have the path ${path}; the first was read, the others were not.`
  return [{ code: 'same-path', message, count, path }]
}
