import type { Run } from '@runoff/core'
import type { ReactNode } from 'react'
import { formatDateTime, formatDuration, formatMonthDay } from '../format/formatTime.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { runDateMs, runDurationMs } from './runTimes.ts'

export interface RunTimeCellsProps {
  readonly run: Run
}

/** Shows when a run was made and how long it took. Renders two cells. */
export function RunTimeCells({ run }: RunTimeCellsProps): ReactNode {
  const { format } = useMessages()
  const dateMs = runDateMs(run)
  const durationMs = runDurationMs(run)
  return (
    <>
      <div className="runoff-picker-date" role="cell">
        {dateMs !== null && (
          <span title={formatDateTime(dateMs)}>{formatMonthDay(dateMs, format)}</span>
        )}
      </div>
      <div className="runoff-picker-duration" role="cell">
        {durationMs !== null && <span>{formatDuration(durationMs)}</span>}
      </div>
    </>
  )
}
