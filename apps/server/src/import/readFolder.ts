import { openAsBlob } from 'node:fs'
import { join } from 'node:path'
import type { RunFile } from '@runoff/sources/files'
import { listFiles } from '../files/listFiles.ts'

/**
 * Returns the files below a folder, with paths relative to it. They are opened one by one, when
 * their turn comes.
 */
export function readFolder(folder: string): readonly RunFile[] {
  return listFiles(folder).map((path) => ({ path, open: () => openAsBlob(join(folder, path)) }))
}
