import { readSnapshot } from '../snapshot/readSnapshot.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { heldRuns, type HeldSnapshotRun } from '../snapshot/snapshotSource.ts'
import { readWhole } from './readText.ts'

/** A file that holds a snapshot. */
export interface SnapshotFile {
  readonly path: string
  readonly snapshot: Snapshot
}

/**
 * Returns the snapshot that a file holds.
 *
 * @throws {RunoffError} `bad-log` where it is cut, too long, or of a later version.
 */
export async function readSnapshotFile(
  path: string,
  blob: Blob,
  signal: AbortSignal,
): Promise<SnapshotFile> {
  return { path, snapshot: readSnapshot(await readWhole(blob, signal)) }
}

/**
 * Returns the runs of snapshots as runs of a source. They keep the ids by which their view knows
 * them; one that is taken stands behind the path of its file.
 */
export function placeSnapshots(
  files: readonly SnapshotFile[],
  { source, taken }: { readonly source: string; readonly taken: readonly string[] },
): readonly HeldSnapshotRun[] {
  const ids = new Set(taken)
  return files.flatMap(({ path, snapshot }) =>
    heldRuns(snapshot, source).map((held) => {
      const id = freeId(held.run.id, path, ids)
      ids.add(id)
      return { ...held, run: { ...held.run, id } }
    }),
  )
}

function freeId(wanted: string, path: string, ids: ReadonlySet<string>): string {
  if (!ids.has(wanted)) return wanted
  let id = `${path}#${wanted}`
  while (ids.has(id)) id += "'"
  return id
}
