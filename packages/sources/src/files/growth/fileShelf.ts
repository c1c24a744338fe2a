import { RunoffError, type Notice } from '@runoff/core'
import { startsLikeSnapshot } from '../../snapshot/readSnapshot.ts'
import { isPage } from '../artefacts.ts'
import type { FileContent, Parsed, ParsedFile } from '../formats/parsedFile.ts'
import type { MlflowRole } from '../mlflow/mlflowLayout.ts'
import { startReading } from '../readFile.ts'
import { headBytes, readHead } from '../readText.ts'
import type { RunFile } from '../runFile.ts'
import { readSnapshotFile, type SnapshotFile } from '../snapshotFiles.ts'
import { unreadable } from '../unreadable.ts'
import type { FileReading } from './fileReading.ts'
import { changeOf, printOf, type FilePrint } from './filePrint.ts'

/** What became of one file. */
export interface Outcome {
  readonly file: ParsedFile | null
  readonly snapshot?: SnapshotFile
  readonly notices: readonly Notice[]
}

/** A file as it is to be read. */
export interface WantedFile {
  readonly path: string
  readonly file: RunFile
  readonly role: MlflowRole | null
  /** Whether an earlier log of this name was put away just now, under another name. */
  readonly wasRotated: boolean
}

/** Remembers what files held, and reads again only what has changed. */
export interface FileShelf {
  read(wanted: WantedFile, signal: AbortSignal): Promise<Outcome>
  /** Forgets files that are no longer there. */
  keepOnly(paths: ReadonlySet<string>): void
  has(path: string): boolean
}

interface Kept {
  readonly size: number | null
  readonly modifiedAtMs: number | null
  readonly role: MlflowRole | null
  readonly print: FilePrint | null
  /** `null` where the file is read anew when it changes. */
  readonly reading: FileReading | null
  /** That the file was written anew, while we watched. */
  readonly restarts: readonly Notice[]
  readonly outcome: Outcome
}

/** Returns an empty shelf. One that does not follow its files reads each to its very end. */
export function fileShelf(follows: boolean): FileShelf {
  const shelf = new Map<string, Kept>()
  return {
    async read(wanted, signal) {
      const kept = shelf.get(wanted.path)
      if (kept !== undefined && isUntouched(wanted, kept)) return kept.outcome
      // Until it is read, a reading that may be cut short must not go on.
      shelf.delete(wanted.path)
      const next = await readChanged(wanted, kept ?? null, { signal, follows })
      if (follows) shelf.set(wanted.path, next)
      return next.outcome
    },
    keepOnly(paths) {
      for (const path of shelf.keys()) if (!paths.has(path)) shelf.delete(path)
    },
    has: (path) => shelf.has(path),
  }
}

function isUntouched({ file, role }: WantedFile, kept: Kept): boolean {
  const { size = null, modifiedAtMs = null } = file
  if (size === null && modifiedAtMs === null) return false
  if (kept.size === null && kept.modifiedAtMs === null) return false
  if (role?.kind !== kept.role?.kind) return false
  return size === kept.size && modifiedAtMs === kept.modifiedAtMs
}

interface ShelfOptions {
  readonly signal: AbortSignal
  readonly follows: boolean
}

/** A file that is written to between its opening and its reading cannot be read. */
const attempts = 3

async function readChanged(
  wanted: WantedFile,
  kept: Kept | null,
  options: ShelfOptions,
): Promise<Kept> {
  const { path, file, role } = wanted
  const { size = null, modifiedAtMs = null } = file
  for (let attempt = 1; ; attempt++) {
    options.signal.throwIfAborted()
    // A reading that failed once is not to be trusted with what comes next.
    const known = attempt === 1 ? kept : null
    try {
      const read = await readBlob(wanted, await file.open(), known, options)
      return { size, modifiedAtMs, role, ...read }
    } catch (cause) {
      options.signal.throwIfAborted()
      if (attempt < attempts && isChanging(cause)) continue
      const outcome = { file: null, notices: [unreadable(path, cause)] }
      // What could not even be opened may be there the next time, without a change to be seen.
      const seen = cause instanceof RunoffError ? { size, modifiedAtMs } : unseen
      // A log that is empty for a moment is still known to have been longer.
      const { print = null, restarts = [] } = kept ?? {}
      return { ...seen, role, print, reading: null, restarts, outcome }
    }
  }
}

const unseen = { size: null, modifiedAtMs: null }

function isChanging(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'NotReadableError'
}

type Read = Pick<Kept, 'print' | 'reading' | 'restarts' | 'outcome'>

async function readBlob(
  { path, role, wasRotated }: WantedFile,
  blob: Blob,
  kept: Kept | null,
  { signal, follows }: ShelfOptions,
): Promise<Read> {
  const once = (outcome: Outcome): Read => ({ print: null, reading: null, restarts: [], outcome })
  if (role !== null) return once(await readRole(path, blob, role, signal))
  if (startsLikeSnapshot(await readHead(blob))) {
    const snapshot = await readSnapshotFile(path, blob, signal)
    return once({ file: null, snapshot, notices: [] })
  }
  if (isPage(path)) return once({ file: null, notices: [] })
  const change = kept?.print ? await changeOf(kept.print, blob) : 'other'
  const goesOn = change === 'grown' && kept?.reading?.goesOn === true && isLong(kept.print)
  const reading = goesOn && kept?.reading ? kept.reading : await startReading(path, blob, signal)
  const parsed = await reading.read(blob, { signal, isLast: !follows })
  const news = reading.goesOn && !wasRotated ? restartNotices(change) : []
  const restarts = [...(kept?.restarts ?? []), ...news].slice(-1)
  return {
    print: follows ? await printOf(blob) : null,
    reading: follows && reading.goesOn ? reading : null,
    restarts,
    outcome: outcomeOf(path, parsed, restarts),
  }
}

/** What a file is shows in its beginning: until that is there, it is read anew. */
function isLong(print: FilePrint | null): boolean {
  return print !== null && print.size >= headBytes
}

async function readRole(
  path: string,
  blob: Blob,
  role: MlflowRole,
  signal: AbortSignal,
): Promise<Outcome> {
  if (role.kind === 'other') return { file: null, notices: [] }
  const { readMlflowPart } = await import('../mlflow/readMlflowPart.ts')
  return outcomeOf(path, await readMlflowPart(blob, role, signal), [])
}

function outcomeOf(
  path: string,
  { content, notices }: Parsed,
  restarts: readonly Notice[],
): Outcome {
  const odd = [...restarts, ...notices, ...withoutMetrics(content, notices)]
  return { file: { path, content }, notices: odd.map((notice) => ({ ...notice, path })) }
}

function withoutMetrics(content: FileContent, known: readonly Notice[]): readonly Notice[] {
  if (!('runs' in content) || content.runs.some(({ rows }) => rows.length > 0)) return []
  if (known.some(({ code }) => code === 'no-metrics')) return []
  return [{ code: 'no-metrics', message: 'The file holds no metrics yet.' }]
}

function restartNotices(change: string): readonly Notice[] {
  if (change === 'shorter') return [truncated]
  return change === 'replaced' ? [replaced] : []
}

const truncated: Notice = {
  code: 'log-truncated',
  message: 'The log was emptied while it was followed; what it held before is no longer shown.',
}

const replaced: Notice = {
  code: 'log-replaced',
  message: 'Another log took the place of this one; what it held before is no longer shown.',
}
