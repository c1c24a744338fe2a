import { lstatSync, readdirSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { isArtefact } from '@runoff/sources/files'

/** A file as it was when it was looked at. */
export interface SeenFile {
  /** Relative, with `/` between folders. */
  readonly path: string
  readonly size: number
  readonly modifiedAtMs: number
}

export interface FileList {
  readonly files: readonly SeenFile[]
  /** Whether there are more than were wanted. */
  readonly isCut: boolean
}

/**
 * Returns the files below a folder that may tell of training, at most `maxFiles`, those of the upper
 * folders first. Links, hidden folders, installed packages and what is never a log are left out,
 * and so are folders that may not be read.
 */
export function listRunFiles(root: string, maxFiles: number): FileList {
  const files: SeenFile[] = []
  const folders = ['']
  for (const folder of folders) {
    for (const entry of entriesOf(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory() && !isForeignFolder(entry.name)) folders.push(path)
      if (!entry.isFile() || isArtefact(path)) continue
      if (files.length === maxFiles) return { files, isCut: true }
      files.push(...seen(root, path))
    }
  }
  return { files, isCut: false }
}

/** Returns a file as it is now, or nothing where there is none, or something else. */
export function seen(root: string, path: string): readonly SeenFile[] {
  const stats = lstatSync(join(root, path), { throwIfNoEntry: false })
  if (stats === undefined || !stats.isFile()) return []
  return [{ path, size: stats.size, modifiedAtMs: stats.mtimeMs }]
}

const foreignFolders: ReadonlySet<string> = new Set([
  'node_modules',
  'site-packages',
  '__pycache__',
])

/** Whether a folder is one in which no training writes its logs. */
export function isForeignFolder(name: string): boolean {
  return name.startsWith('.') || foreignFolders.has(name)
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
