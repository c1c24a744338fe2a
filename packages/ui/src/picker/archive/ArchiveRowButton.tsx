import type { Run } from '@runoff/core'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/MessagesProvider.tsx'
import { useArchiving } from './ArchiveContext.ts'

export interface ArchiveRowButtonProps {
  readonly run: Run
  /** What the run is called. */
  readonly name: string
  readonly isTabStop: boolean
}

/** A box with its lid, and the same with an arrow out of it. */
const shapes = {
  archive: 'M1.5 2h9v2.2h-9zM2.3 4.2v6.3h7.4V4.2M4.8 6.4h2.4',
  restore: 'M1.5 7.5v3h9v-3M6 8.3V1.8M3.4 4.2L6 1.6l2.6 2.6',
}

/** Archives a run, or takes it back. Renders a `<button>`, or nothing where that cannot be done. */
export function ArchiveRowButton({ run, name, isTabStop }: ArchiveRowButtonProps): ReactNode {
  const { picker } = useMessages()
  const archiving = useArchiving()
  if (archiving?.canArchive !== true) return null
  const label = run.archived ? picker.restoreRun(name) : picker.archiveRun(name)
  return (
    <button
      className="runoff-picker-archive"
      type="button"
      aria-label={label}
      title={label}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => void archiving.setArchived([run.id], !run.archived, name)}
    >
      <svg className="runoff-picker-icon" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d={shapes[run.archived ? 'restore' : 'archive']} />
      </svg>
    </button>
  )
}
