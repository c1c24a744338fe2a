import type { MetricRow, ParsedFile } from '../formats/parsedFile.ts'
import { fileNameOf, folderOf } from '../paths.ts'
import { isBeginning } from './joinStates.ts'

/**
 * Returns the files without the states that were copied into a folder of their run, such as
 * `best/` or `checkpoints/checkpoint-10/`: what each holds is how the run above it begins.
 */
export function withoutCopies(files: readonly ParsedFile[]): readonly ParsedFile[] {
  const states = new Map<string, readonly MetricRow[]>()
  for (const file of files) {
    const rows = rowsOfState(file)
    if (rows !== null && fileNameOf(file.path) === 'trainer_state.json') {
      states.set(folderOf(file.path), rows)
    }
  }
  return files.filter((file) => !isCopy(file, states))
}

function rowsOfState({ content }: ParsedFile): readonly MetricRow[] | null {
  const rows = content.kind === 'trainer-state' ? (content.runs[0]?.rows ?? []) : []
  return rows.length > 0 ? rows : null
}

function isCopy(file: ParsedFile, states: ReadonlyMap<string, readonly MetricRow[]>): boolean {
  const rows = rowsOfState(file)
  if (rows === null) return false
  let folder = folderOf(folderOf(file.path))
  // Files that lie in no folder were chosen one by one, and are above no other.
  for (; folder !== ''; folder = folderOf(folder)) {
    const above = states.get(folder)
    if (above !== undefined && isBeginning(rows, above)) return true
  }
  return false
}
