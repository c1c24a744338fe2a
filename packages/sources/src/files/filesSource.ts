import { sharedTask } from '../async/sharedTask.ts'
import { defineSource } from '../define/defineSource.ts'
import { queryRuns } from '../query/queryRuns.ts'
import { seriesResults } from '../query/seriesResults.ts'
import type { RunEvent, RunSource } from '../source.ts'
import { runMemory } from './form/formRuns.ts'
import { changedRuns } from './growth/changedRuns.ts'
import { fileShelf } from './growth/fileShelf.ts'
import { loadRuns, type LoadedRuns } from './loadRuns.ts'
import type { RunFile } from './runFile.ts'

export interface FilesSourceOptions {
  /** @default 'files' */
  readonly id?: string
  readonly files: readonly RunFile[]
  /**
   * Calls back with all files as they are then, whenever one of them changed, came or went; returns
   * how to stop. With it, the source can be watched.
   */
  readonly follow?: (onChange: (files: readonly RunFile[]) => void) => () => void
}

/**
 * Returns a source of the runs that files hold, recognised by their names and their content.
 *
 * Files are opened when runs are first asked for, and each is read once. A file that is cut, empty
 * or no run becomes a notice with its path and hides none of the others. Runs are in the order of
 * their ids, which are their folders.
 *
 * With `follow`, files are read again where their size or time changed while someone watches: a log
 * that has grown from where it ended, one that was emptied or replaced anew, with a notice.
 */
export function filesSource({ id = 'files', files, follow }: FilesSourceOptions): RunSource {
  const disk = fileDisk(id, files, follow !== undefined)
  const watch = follow === undefined ? {} : { watch: watchOf(disk, follow) }
  return defineSource({
    id,
    async listRuns(query, options) {
      const { runs, notices } = await disk.load(options?.signal)
      const isFirst = (query.cursor ?? null) === null
      return { ...queryRuns(runs, query), ...(isFirst && notices.length > 0 ? { notices } : {}) }
    },
    async readSeries(requests, options) {
      const { held } = await disk.load(options?.signal)
      return seriesResults(requests, held)
    },
    ...watch,
  })
}

interface FileDisk {
  load(signal?: AbortSignal): Promise<LoadedRuns>
  /** From now on, runs are those of these files. */
  change(files: readonly RunFile[]): void
}

function fileDisk(source: string, files: readonly RunFile[], follows: boolean): FileDisk {
  const shelf = fileShelf(follows)
  const memory = runMemory()
  let given = [...files]
  // A reading goes on where the one before ended: no two may run at once.
  let last: Promise<unknown> = Promise.resolve()
  const start = (): FileDisk['load'] =>
    sharedTask((signal) => {
      const turn = last.then(() => loadRuns(given, { source, shelf, memory, signal }))
      last = turn.catch(() => {})
      return turn
    })
  let load = start()
  return {
    load: (signal) => load(signal),
    change(next) {
      given = [...next]
      load = start()
    },
  }
}

function watchOf(
  disk: FileDisk,
  follow: NonNullable<FilesSourceOptions['follow']>,
): NonNullable<RunSource['watch']> {
  const listeners = new Set<{ readonly tell: (event: RunEvent) => void }>()
  let stop: (() => void) | null = null
  let before: LoadedRuns | null = null
  /** Who begins to watch has yet to ask what there is. */
  let isFirst = true
  let isWanted = false
  let working: Promise<void> | null = null

  /** However much changes while files are read: they are read once more, and not once each time. */
  const work = async (): Promise<void> => {
    while (isWanted) {
      isWanted = false
      const now = await disk.load().catch(() => null)
      if (now !== null && !isFirst) tellOf(before, now)
      isFirst = false
      before = now ?? before
    }
    working = null
  }
  const want = (): void => {
    isWanted = true
    working ??= work()
  }
  const onChange = (files: readonly RunFile[]): void => {
    disk.change(files)
    want()
  }
  const tellOf = (old: LoadedRuns | null, now: LoadedRuns): void => {
    const runIds = changedRuns([...(old?.held.values() ?? [])], [...now.held.values()])
    if (runIds.length === 0) return
    for (const listener of listeners) listener.tell({ kind: 'runs-changed', runIds })
  }
  return (_query, onEvent) => {
    const listener = { tell: onEvent }
    listeners.add(listener)
    if (stop === null) {
      isFirst = true
      want()
      stop = follow(onChange)
    }
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      stop?.()
      stop = null
    }
  }
}
