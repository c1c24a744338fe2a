import type { Objective } from '@runoff/core'
import type { ReactNode } from 'react'
import type { Formatters } from '../format/formatters.ts'
import { metricTitle } from '../format/metricName.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { Standing } from './runStandings.ts'

/** Below this a percentage with one digit would read as none at all. */
const smallestPercent = 0.1

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
  const { absolute, percent, severity } = standing.delta
  return (
    <span
      className="runoff-picker-delta"
      data-severity={severity}
      title={picker.worseDetail(metric, value, write.full(standing.best))}
    >
      {picker.worse(percent === null ? write.metric(absolute) : percentText(percent, write))}
    </span>
  )
}

function percentText(percent: number, write: Formatters): string {
  if (percent > 0 && percent < smallestPercent) return `< ${write.percent(smallestPercent)}`
  return write.percent(percent)
}
