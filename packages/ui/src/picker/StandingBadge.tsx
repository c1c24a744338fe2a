import type { Objective } from '@runoff/core'
import type { ReactNode } from 'react'
import { metricTitle } from '../format/metricName.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { deltaText } from '../recommendation/deltaText.ts'
import type { Standing } from './runStandings.ts'

export interface StandingBadgeProps {
  readonly standing: Standing
  readonly objective: Objective
}

/** Says that a run is the best, or how much worse it is. Renders a `<span>`. */
export function StandingBadge({ standing, objective }: StandingBadgeProps): ReactNode {
  const { picker, format } = useMessages()
  const write = useFormatters()
  const metric = metricTitle(objective.metric, format)
  const value = write.full(standing.value)
  if (standing.kind === 'best') {
    return (
      <span className="runoff-picker-best" title={picker.bestDetail(metric, value)}>
        {standing.isTied ? picker.tiedBest : picker.best}
      </span>
    )
  }
  return (
    <span
      className="runoff-picker-delta"
      data-severity={standing.delta.severity}
      title={picker.worseDetail(metric, value, write.full(standing.best))}
    >
      {picker.worse(deltaText(standing.delta, write))}
    </span>
  )
}
