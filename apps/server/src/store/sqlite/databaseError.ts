import { RunoffError } from '@runoff/core'

/** What SQLite's own codes mean to a person: what happened, and what to do. */
const meanings: ReadonlyMap<number, readonly [what: string, advice: string]> = new Map([
  [
    5,
    ['another program is using it and does not let go', 'Stop that program, or try again later.'],
  ],
  [
    6,
    ['another program is using it and does not let go', 'Stop that program, or try again later.'],
  ],
  [8, ['it cannot be written, only read', 'Allow this program to write the file and its folder.']],
  [10, ['the disk could not be read or written', 'Check the disk and its limits, and try again.']],
  [11, ['it is damaged', 'Put a copy of it in its place, or move it away to begin anew.']],
  [13, ['the disk is full', 'Make room and try again: what was acknowledged is still there.']],
  [14, ['the file cannot be opened', 'Check its folder and what this program may do there.']],
])

/** What the system's codes mean where the folder of a database is made. */
const folderMeanings: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'its folder cannot be made without the right to'],
  ['EEXIST', 'its folder is a file'],
  ['ENOTDIR', 'a part of its path is a file'],
  ['EROFS', 'its folder cannot be made where nothing can be written'],
  ['ENOSPC', 'the disk is full'],
])

const otherFile = 'Move it away, or name another file in RUNOFF_DB.'

/** Whether an error came from SQLite itself: a file that is damaged, full or locked. */
export function isDatabaseError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR'
}

/** Whether another program was writing, or opening or closing the file: it can be tried again. */
export function isBusy(error: unknown): boolean {
  return isDatabaseError(error) && codeOf(error) === 5
}

/** Returns the error that says what is wrong with a database file, and what to do. */
export function unusable(path: string, cause: unknown): RunoffError {
  const [what, advice] = meanings.get(codeOf(cause)) ?? [reasonOf(cause), otherFile]
  return new RunoffError(
    'source-failed',
    `The database ${path} cannot be used: ${what}. ${advice}`,
    { cause },
  )
}

/** The primary code of an error of SQLite's, without the details that extend it. */
function codeOf(error: unknown): number {
  if (!(error instanceof Error) || !('errcode' in error)) return 0
  return Number(error.errcode) & 0xff
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const message = cause instanceof Error ? cause.message : String(cause)
  return folderMeanings.get(code) ?? message
}
