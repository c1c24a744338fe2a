import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Returns the paths of all files below a folder, relative to it, with `/` between folders.
 *
 * Symbolic links are left out: what they point at may lie anywhere, or above. (Node's own
 * `recursive` goes into linked folders.)
 */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile()) return [entry.name]
    if (!entry.isDirectory()) return []
    return listFiles(join(folder, entry.name)).map((path) => `${entry.name}/${path}`)
  })
}
