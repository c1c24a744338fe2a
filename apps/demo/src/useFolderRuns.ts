import type { Notice, Run } from '@runoff/core'
import type { RunSource } from '@runoff/sources'
import { useEffect, useState } from 'react'

export interface FolderRuns {
  readonly status: 'loading' | 'ready'
  readonly runs: readonly Run[]
  /** Which files could not be used, and why. */
  readonly notices: readonly Notice[]
}

const loading: FolderRuns = { status: 'loading', runs: [], notices: [] }

/** Reads what the files of a source turned out to be. */
export function useFolderRuns(source: RunSource): FolderRuns {
  const [found, setFound] = useState(loading)
  useEffect(() => {
    const controller = new AbortController()
    const show = async (): Promise<void> => {
      const runs = await readFolder(source, controller.signal)
      if (!controller.signal.aborted) setFound(runs)
    }
    void show()
    return () => controller.abort()
  }, [source])
  return found
}

async function readFolder(source: RunSource, signal: AbortSignal): Promise<FolderRuns> {
  try {
    const { runs, notices = [] } = await source.listRuns({ includeArchived: true }, { signal })
    const unread = notices.filter((notice) => notice.code === 'unreadable-file')
    return { status: 'ready', runs, notices: unread }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { status: 'ready', runs: [], notices: [{ code: 'source-failed', message }] }
  }
}
