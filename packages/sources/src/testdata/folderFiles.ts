import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RunFile } from '../files/runFile.ts'

/** A folder relative to the top of the repository. */
export function repositoryFolder(path: string): string {
  return fileURLToPath(new URL(`../../../../${path}`, import.meta.url))
}

/** All files in a folder, by their paths in it; none where there is no such folder. */
export function folderFiles(folder: string): readonly RunFile[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const full = `${entry.parentPath}/${entry.name}`
      const path = full.slice(folder.length).replace(/^\//, '')
      return { path, open: async () => new Blob([new Uint8Array(readFileSync(full))]) }
    })
}
