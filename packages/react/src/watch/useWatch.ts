import { useEffect } from 'react'
import type { RunEvent, RunQuery, RunSource } from '@runoff/sources'
import { gatherEvents, type EventGatherer } from './gatherEvents.ts'

/** Long enough to take a burst of events together, short enough to feel immediate. */
export const gatherMs = 250

export type PointsEvent = Extract<RunEvent, { readonly kind: 'points' }>

export interface WatchOptions {
  /** What to listen for; `null` for nothing. Kept between renders, as the handlers are. */
  readonly query: RunQuery | null
  readonly onRunsChanged: () => Promise<void>
  readonly onPoints: (points: readonly PointsEvent[]) => Promise<void>
  /** How long points are gathered before they are handed on; `0` leaves them out. */
  readonly pointsDelayMs: number
}

/** Listens to a source that pushes, while the component is there; does nothing for others. */
export function useWatch(source: RunSource, options: WatchOptions): void {
  const { query, onRunsChanged, onPoints, pointsDelayMs } = options
  useEffect(() => {
    if (source.watch === undefined || query === null) return undefined
    const runs = gatherEvents(onRunsChanged, gatherMs)
    const points = gatherEvents((events) => onPoints(events.filter(isPoints)), pointsDelayMs)
    const stop = source.watch(query, (event) =>
      push(event, runs, pointsDelayMs > 0 ? points : null),
    )
    return () => {
      stop()
      runs.stop()
      points.stop()
    }
  }, [source, query, onRunsChanged, onPoints, pointsDelayMs])
}

function push(event: RunEvent, runs: EventGatherer, points: EventGatherer | null): void {
  if (isPoints(event)) points?.push(event)
  else runs.push(event)
}

function isPoints(event: RunEvent): event is PointsEvent {
  return event.kind === 'points'
}
