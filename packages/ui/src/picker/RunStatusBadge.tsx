import type { RunStatus } from '@runoff/core'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'

/** Each status has a shape of its own, so that colour tells nothing that the shape does not. */
const shapes: Readonly<Record<RunStatus, string>> = {
  queued: 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M6 3.5V6l1.8 1.2',
  running: 'M4 2.5v7l5.5-3.5z',
  completed: 'M2 6.5l2.8 2.8L10 3.2',
  failed: 'M3 3l6 6M9 3l-6 6',
  cancelled: 'M3 3h6v6h-6z',
  unknown: 'M3 6h6',
}

export interface RunStatusBadgeProps {
  readonly status: RunStatus
}

/** Says what a run is doing, by a shape and a word. Renders a `<span>`. */
export function RunStatusBadge({ status }: RunStatusBadgeProps): ReactNode {
  const { format } = useMessages()
  return (
    <span className="runoff-picker-status" data-status={status}>
      <svg className="runoff-picker-icon" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d={shapes[status]} />
      </svg>
      {format.statuses[status]}
    </span>
  )
}
