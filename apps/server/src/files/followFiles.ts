import { join, relative, sep } from 'node:path'
import { isArtefact, type RunFile } from '@runoff/sources/files'
import { watch, type FSWatcher } from 'chokidar'
import { isRemoteFolder } from './isRemoteFolder.ts'
import { isForeignFolder, listRunFiles, seen, seenFile, type SeenFile } from './listRunFiles.ts'
import { openFile } from './openFile.ts'

export interface FollowOptions {
  /** Only these files of the folder. @default all that may tell of training */
  readonly only?: readonly string[]
  /** @default 100_000 */
  readonly maxFiles?: number
  /** What changes within so many milliseconds is told at once. @default 250 */
  readonly gatherMs?: number
  /**
   * How often the folder is listed where the system cannot watch it, or is not told of all that
   * happens to it. @default 5000
   */
  readonly pollMs?: number
  /** Whether others write to the folder from elsewhere. @default found out by its file system */
  readonly isRemote?: boolean
  /** Told, in a sentence, what is not watched or not read. */
  readonly onNotice?: (sentence: string) => void
}

/** The files of a folder, now and as they change. */
export interface FollowedFiles {
  readonly files: readonly RunFile[]
  /** Calls back with all files whenever one comes, grows, changes or goes, until stopped. */
  readonly follow: (onChange: (files: readonly RunFile[]) => void) => () => void
}

const mostFiles = 100_000

/**
 * Lists the files below a folder and follows them. A file that has not changed is the same object
 * in each list. Links are neither listed nor followed; of more than `maxFiles` the rest is left out
 * with a notice.
 */
export function followFiles(root: string, options: FollowOptions = {}): FollowedFiles {
  const { only, maxFiles = mostFiles, onNotice = () => undefined } = options
  const known = new Map<string, KnownFile>()
  const list = (): readonly SeenFile[] => {
    if (only !== undefined) return only.flatMap((path) => seen(root, path))
    const { files, isCut } = listRunFiles(root, maxFiles)
    if (isCut) noteOnce(`Only the first ${maxFiles} files of ${root} are read.`)
    return files
  }
  const noted = new Set<string>()
  const noteOnce = (sentence: string): void => {
    if (!noted.has(sentence)) onNotice(sentence)
    noted.add(sentence)
  }
  for (const file of list()) remember(known, root, file)
  return {
    files: runFiles(known),
    follow(onChange) {
      const tell = gather(() => onChange(runFiles(known)), options.gatherMs ?? 250)
      const see = (file: SeenFile): void => {
        if (!known.has(file.path) && known.size >= maxFiles) {
          return noteOnce(`Only the first ${maxFiles} files of ${root} are read.`)
        }
        if (remember(known, root, file)) tell.soon()
      }
      const forget = (path: string): void => {
        if (known.delete(path)) tell.soon()
      }
      const lookAgain = (): void => {
        const files = list()
        const paths = new Set(files.map(({ path }) => path))
        for (const path of known.keys()) if (!paths.has(path)) forget(path)
        files.forEach(see)
      }
      const stop = watchOrPoll({ root, only, see, forget, lookAgain, noteOnce }, options)
      return () => {
        stop()
        tell.stop()
      }
    },
  }
}

interface KnownFile {
  readonly seen: SeenFile
  readonly file: RunFile
}

/** Returns whether anything is new about the file. */
function remember(known: Map<string, KnownFile>, root: string, file: SeenFile): boolean {
  const { path, size, modifiedAtMs, version } = file
  const before = known.get(path)?.seen
  const isSame =
    before?.size === size && before.modifiedAtMs === modifiedAtMs && before.version === version
  if (isSame) return false
  const open = (): Promise<Blob> => openFile(join(root, path))
  known.set(path, { seen: file, file: { ...file, open } })
  return true
}

function runFiles(known: ReadonlyMap<string, KnownFile>): readonly RunFile[] {
  return Array.from(known.values(), ({ file }) => file)
}

interface Gathered {
  soon(): void
  stop(): void
}

/** Calls once for all that happens within a while; a file that never rests holds nothing up. */
function gather(call: () => void, afterMs: number): Gathered {
  let timer: NodeJS.Timeout | null = null
  return {
    soon() {
      timer ??= setTimeout(() => {
        timer = null
        call()
      }, afterMs)
    },
    stop() {
      if (timer !== null) clearTimeout(timer)
    },
  }
}

interface Watched {
  readonly root: string
  readonly only: readonly string[] | undefined
  readonly see: (file: SeenFile) => void
  readonly forget: (path: string) => void
  readonly lookAgain: () => void
  readonly noteOnce: (sentence: string) => void
}

function watchOrPoll(
  watched: Watched,
  { pollMs = 5000, isRemote = isRemoteFolder(watched.root) }: FollowOptions,
): () => void {
  const polling = lookOften(watched.lookAgain, pollMs)
  if (isRemote) polling.start()
  const watcher = watchFiles(watched, () => {
    watched.noteOnce(
      `The system cannot watch all files of ${watched.root}, so they are looked at every ` +
        `${pollMs / 1000} seconds.`,
    )
    polling.start()
    void watcher.close()
  })
  return () => {
    polling.stop()
    void watcher.close()
  }
}

/** So much longer than it takes to look, nothing is looked at. */
const restShare = 20

function lookOften(look: () => void, pollMs: number): { start(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null
  const lookSoon = (afterMs: number): void => {
    timer = setTimeout(() => {
      const startedAtMs = performance.now()
      look()
      lookSoon(Math.max(pollMs, restShare * (performance.now() - startedAtMs)))
    }, afterMs)
  }
  return {
    start() {
      if (timer === null) lookSoon(pollMs)
    },
    stop() {
      if (timer !== null) clearTimeout(timer)
    },
  }
}

function watchFiles(watched: Watched, onFailure: () => void): FSWatcher {
  const { root, only, see, forget, lookAgain } = watched
  const pathOf = (path: string): string => relative(root, path).split(sep).join('/')
  const isIgnored = (path: string, stats?: { isFile(): boolean }): boolean => {
    const parts = pathOf(path).split('/')
    if (only !== undefined) return false
    if (parts.slice(0, -1).some(isForeignFolder)) return true
    if (stats === undefined) return false
    return stats.isFile() ? isArtefact(parts.join('/')) : isForeignFolder(parts.at(-1) ?? '')
  }
  const targets = only === undefined ? root : only.map((path) => join(root, path))
  const watcher = watch(targets, {
    alwaysStat: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    ignored: isIgnored,
  })
  watcher.on('all', (event, path, stats) => {
    if (event === 'unlink') forget(pathOf(path))
    if ((event !== 'add' && event !== 'change') || stats === undefined || !stats.isFile()) return
    see(seenFile(pathOf(path), stats))
  })
  // What went while the watcher was set up is no event.
  watcher.on('ready', lookAgain)
  watcher.on('error', onFailure)
  return watcher
}
