import type { Run } from '@runoff/core'
import type { ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { runDateMs, runDurationMs } from './runTimes.ts'

export interface RunTimeCellsProps {
  readonly run: Run
}

/** Shows when a run was made and how long it took. Renders two cells. */
export function RunTimeCells({ run }: RunTimeCellsProps): ReactNode {
  const write = useFormatters()
  const { table } = useMessages()
  const dateMs = runDateMs(run)
  const durationMs = runDurationMs(run)
  return (
    <>
      <div className="runoff-picker-date" role="cell">
        {dateMs !== null && <span title={write.dateTime(dateMs)}>{write.monthDay(dateMs)}</span>}
      </div>
      <div className="runoff-picker-duration" role="cell">
        {durationMs !== null && (
          <span title={table.seconds(write.full(durationMs / 1000))}>
            {write.duration(durationMs)}
          </span>
        )}
      </div>
    </>
  )
}
