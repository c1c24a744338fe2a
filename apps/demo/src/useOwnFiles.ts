import type { RunSource } from '@runoff/sources'
import { filesSource, type RunFile } from '@runoff/sources/files'
import { useCallback, useMemo, useRef, useState } from 'react'

/** Files that were opened together. */
export interface OpenFolder {
  readonly id: string
  readonly files: readonly RunFile[]
  readonly source: RunSource
}

export interface OwnFiles {
  readonly folders: readonly OpenFolder[]
  readonly add: (files: readonly RunFile[]) => void
  readonly remove: (id: string) => void
}

/** Keeps what a person has opened. The files stay on their machine. */
export function useOwnFiles(): OwnFiles {
  const [folders, setFolders] = useState<readonly OpenFolder[]>([])
  const count = useRef(0)
  const add = useCallback((files: readonly RunFile[]) => {
    if (files.length === 0) return
    count.current += 1
    const id = `files-${count.current}`
    const folder = { id, files, source: filesSource({ id, files }) }
    setFolders((open) => [...open, folder])
  }, [])
  const remove = useCallback((id: string) => {
    setFolders((open) => open.filter((folder) => folder.id !== id))
  }, [])
  return useMemo(() => ({ folders, add, remove }), [folders, add, remove])
}
