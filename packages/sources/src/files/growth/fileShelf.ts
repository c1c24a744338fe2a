import { RunoffError, type Notice } from '@runoff/core'
import { startsLikeSnapshot } from '../../snapshot/readSnapshot.ts'
import { isPage } from '../artefacts.ts'
import type { FileContent, Parsed, ParsedFile } from '../formats/parsedFile.ts'
import type { MlflowRole } from '../mlflow/mlflowLayout.ts'
import { startReading } from '../readFile.ts'
import { readHead } from '../readText.ts'
import type { RunFile } from '../runFile.ts'
import { readSnapshotFile, type SnapshotFile } from '../snapshotFiles.ts'
import { unreadable } from '../unreadable.ts'
import type { FileReading } from './fileReading.ts'
import { changeOf, printOf, type FilePrint } from './filePrint.ts'
import { restartNotices } from './restartNotices.ts'

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
  /** The other logs that are or were written under this name. */
  readonly siblings: readonly RunFile[]
}

/** Remembers what files held, and reads again only what has changed. */
export interface FileShelf {
  read(wanted: WantedFile, signal: AbortSignal): Promise<Outcome>
  /** Forgets files that are no longer there. */
  keepOnly(paths: ReadonlySet<string>): void
  has(path: string): boolean
}

interface Kept {
  readonly seen: Seen
  readonly role: MlflowRole | null
  readonly print: FilePrint | null
  /** `null` where the file is read anew when it changes. */
  readonly reading: FileReading | null
  /** That the file was written anew, while we watched, and how often. */
  readonly restarts: readonly Notice[]
  readonly outcome: Outcome
}

/** What tells of a file, without opening it, that it is still the same. */
type Seen = Pick<RunFile, 'size' | 'modifiedAtMs' | 'version' | 'identity'>

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

function isUntouched({ file, role }: WantedFile, { seen, role: keptRole }: Kept): boolean {
  const isTold = ({ size, modifiedAtMs }: Seen): boolean => (size ?? modifiedAtMs ?? null) !== null
  if (!isTold(file) || !isTold(seen) || role?.kind !== keptRole?.kind) return false
  return (
    file.size === seen.size &&
    file.modifiedAtMs === seen.modifiedAtMs &&
    file.version === seen.version
  )
}

function seenOf({ size, modifiedAtMs, version, identity }: RunFile): Seen {
  return {
    ...(size !== undefined && { size }),
    ...(modifiedAtMs !== undefined && { modifiedAtMs }),
    ...(version !== undefined && { version }),
    ...(identity !== undefined && { identity }),
  }
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
  for (let attempt = 1; ; attempt++) {
    options.signal.throwIfAborted()
    // A reading that failed once is not to be trusted with what comes next.
    const known = attempt === 1 || kept === null ? kept : { ...kept, reading: null }
    try {
      const read = await readBlob(wanted, await held(await file.open()), known, options)
      return { seen: seenOf(file), role, ...read }
    } catch (cause) {
      options.signal.throwIfAborted()
      if (attempt < attempts && isChanging(cause)) continue
      const outcome = { file: null, notices: [unreadable(path, cause)] }
      // What could not even be opened may be there the next time, without a change to be seen.
      const { identity } = file
      const unseen = identity === undefined ? {} : { identity }
      const seen = cause instanceof RunoffError ? seenOf(file) : unseen
      // A log that is empty for a moment is still known to have been longer.
      const { print = null, restarts = [] } = kept ?? {}
      return { seen, role, print, reading: null, restarts, outcome }
    }
  }
}

function isChanging(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    // A network file system says so of a file that was replaced.
    (cause.name === 'NotReadableError' || ('code' in cause && cause.code === 'ESTALE'))
  )
}

/** A small file is read at once: opening it takes longer than that. */
const smallBytes = 64 * 1024

async function held(blob: Blob): Promise<Blob> {
  return blob.size > smallBytes ? blob : new Blob([await blob.arrayBuffer()])
}

type Read = Pick<Kept, 'print' | 'reading' | 'restarts' | 'outcome'>

async function readBlob(
  wanted: WantedFile,
  blob: Blob,
  kept: Kept | null,
  { signal, follows }: ShelfOptions,
): Promise<Read> {
  const { path, role } = wanted
  const once = (outcome: Outcome): Read => ({ print: null, reading: null, restarts: [], outcome })
  if (role !== null) return once(await readRole(path, blob, role, signal))
  if (startsLikeSnapshot(await readHead(blob))) {
    const snapshot = await readSnapshotFile(path, blob, signal)
    return once({ file: null, snapshot, notices: [] })
  }
  if (isPage(path)) return once({ file: null, notices: [] })
  // Taken before anything is read: what takes the file's place meanwhile differs from it later.
  const print = follows ? await printOf(blob) : null
  const change = kept?.print ? await changeOf(kept.print, blob) : 'other'
  const goesOn = change === 'grown' && kept?.reading?.goesOn === true
  const reading = goesOn && kept?.reading ? kept.reading : await startReading(path, blob, signal)
  // What has rested for long is read to its end: should it go on all the same, it is read anew.
  const restedMs = Date.now() - (wanted.file.modifiedAtMs ?? NaN)
  const isLast = !follows || restedMs >= hourMs
  const mayBeCut = follows && restedMs < hourMs
  const parsed = await reading.read(blob, { signal, isLast, mayBeCut })
  const news = reading.goesOn ? await restartNotices(change, wanted, kept) : []
  const before = kept?.restarts ?? []
  const count = (before[0]?.count ?? 0) + 1
  const restarts = news.length === 0 ? before : news.map((notice) => ({ ...notice, count }))
  return {
    print,
    // To keep where a small file ended takes more memory than it saves time.
    reading: !isLast && reading.goesOn && blob.size > smallBytes ? reading : null,
    restarts,
    outcome: outcomeOf(path, parsed, restarts),
  }
}

/** No script waits longer in the middle of a line. */
const hourMs = 3_600_000

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
