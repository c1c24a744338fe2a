import { Toast } from '@base-ui/react/toast'
import { useArchive } from '@runoff/react'
import { useEffect, useMemo, type ReactNode } from 'react'
import { useFormatters } from '../../format/useFormatters.ts'
import { visibleText } from '../../format/visibleText.ts'
import { useMessages } from '../../messages/MessagesProvider.tsx'
import { useStableCallback } from '../useStableCallback.ts'
import { ArchiveContext, type Archiving } from './ArchiveContext.ts'
import { ArchiveNotices } from './ArchiveNotices.tsx'

export interface ArchiveProviderProps {
  readonly children?: ReactNode
}

/** Long enough to find the key that leads there and to read it; it waits under pointer and focus. */
const noticeMs = 15_000
/** One notice at a time: what it offers to undo is what was done last. */
const noticeId = 'archive'

/**
 * Lets the parts within archive runs, where the source can, and says what was done with a way to
 * undo it. Needs the `RunoffProvider` around. Renders no element but the notices.
 */
export function ArchiveProvider({ children }: ArchiveProviderProps): ReactNode {
  return (
    <Toast.Provider timeout={noticeMs} limit={1}>
      <ArchiveActions>{children}</ArchiveActions>
      <ArchiveNotices />
    </Toast.Provider>
  )
}

function ArchiveActions({ children }: ArchiveProviderProps): ReactNode {
  const { canArchive, archive, unarchive, undo, error } = useArchive()
  const { picker } = useMessages()
  const write = useFormatters()
  const { add } = Toast.useToastManager()

  const undoLast = useStableCallback(() => {
    add({
      id: noticeId,
      title: picker.undone,
      timeout: noticeMs,
      description: undefined,
      // There is nothing to undo any more.
      actionProps: undefined,
    })
    void undo()
  })
  const setArchived = useStableCallback(
    (runIds: readonly string[], archived: boolean, name?: string): Promise<boolean> => {
      const what = name ?? picker.someRuns(runIds.length, write.count)
      add({
        id: noticeId,
        title: <bdi>{archived ? picker.didArchive(what) : picker.didRestore(what)}</bdi>,
        timeout: noticeMs,
        description: undefined,
        actionProps: { children: picker.undo, onClick: undoLast },
      })
      return archived ? archive(runIds) : unarchive(runIds)
    },
  )
  const sayFailure = useStableCallback((reason: string) =>
    add({
      id: noticeId,
      title: picker.archiveFailed,
      description: <bdi>{visibleText(reason)}</bdi>,
      // It stays until it is closed: what a person thought was done is not.
      timeout: 0,
      actionProps: undefined,
    }),
  )
  useEffect(() => {
    if (error !== null) sayFailure(error.message)
  }, [error, sayFailure])

  const archiving = useMemo(
    (): Archiving => ({ canArchive, setArchived }),
    [canArchive, setArchived],
  )
  return <ArchiveContext.Provider value={archiving}>{children}</ArchiveContext.Provider>
}
