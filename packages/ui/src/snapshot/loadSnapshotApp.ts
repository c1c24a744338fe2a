import type { SnapshotAppText } from './snapshotAppText.ts'

/**
 * Returns the page that goes into a snapshot. It is a file of its own, made by the build of this
 * package and loaded when somebody saves a snapshot, so that no one else pays for it.
 */
export async function loadSnapshotApp(): Promise<SnapshotAppText> {
  return import('@runoff/ui/snapshot-app')
}
