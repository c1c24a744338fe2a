import type { Notice } from '@runoff/core'
import type { RunFile } from '../runFile.ts'
import { changeOf, type FilePrint } from './filePrint.ts'

/** A log as it was when it was read before. */
interface KnownLog {
  readonly print: FilePrint | null
  readonly seen: Pick<RunFile, 'identity'>
}

interface RestartedFile {
  readonly file: RunFile
  readonly wasRotated: boolean
  readonly siblings: readonly RunFile[]
}

/** Returns what is lost of a log that does not go on as it was read before. */
export async function restartNotices(
  change: 'grown' | 'shorter' | 'replaced' | 'other',
  wanted: RestartedFile,
  kept: KnownLog | null,
): Promise<readonly Notice[]> {
  if (change !== 'shorter' && change !== 'replaced') return []
  if (!(await isPutAway(wanted, kept))) return [change === 'shorter' ? truncated : replaced]
  const { identity } = wanted.file
  // A log that was renamed leaves its place to another file.
  return identity !== undefined && identity === kept?.seen.identity ? [copied] : []
}

/** Whether what was read of a log is still to be read, under another name. */
async function isPutAway(
  { wasRotated, siblings }: RestartedFile,
  kept: KnownLog | null,
): Promise<boolean> {
  if (wasRotated) return true
  if (!kept?.print) return false
  for (const sibling of siblings) {
    try {
      if ((await changeOf(kept.print, await sibling.open())) === 'grown') return true
    } catch {
      // What cannot be opened is told of when its own turn comes.
    }
  }
  return false
}

const truncated: Notice = {
  code: 'log-truncated',
  message: 'The log was emptied while it was followed; what it held before is no longer shown.',
}

const replaced: Notice = {
  code: 'log-replaced',
  message: 'Another log took the place of this one; what it held before is no longer shown.',
}

const copied: Notice = {
  code: 'log-copied',
  message:
    'The log was put away by copying and emptying it, as "copytruncate" does; what was written ' +
    'between the two is lost. Rename logs instead.',
}
