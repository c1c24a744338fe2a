import { lstatSync, readdirSync, type Dirent, type Stats } from 'node:fs'
import { join } from 'node:path'
import { isArtefact } from '@runoff/sources/files'

/** A file as it was when it was looked at. */
export interface SeenFile {
  /** Relative, with `/` between folders. */
  readonly path: string
  readonly size: number
  readonly modifiedAtMs: number
  /** Tells the file from another that took its path. */
  readonly identity: string
  /** Changes whenever the file does, though its size and time be kept. */
  readonly version: string
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
  const stats = statsOf(join(root, path))
  return stats === null || !stats.isFile() ? [] : [seenFile(path, stats)]
}

/** Returns what the system tells of a file. */
export function seenFile(path: string, stats: Stats): SeenFile {
  const { size, mtimeMs, ctimeMs, dev, ino } = stats
  const identity = `${dev}:${ino}`
  return { path, size, modifiedAtMs: mtimeMs, identity, version: `${identity}@${ctimeMs}` }
}

function statsOf(path: string): Stats | null {
  try {
    return lstatSync(path)
  } catch {
    return null
  }
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
