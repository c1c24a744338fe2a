import type { Objective } from '@runoff/core'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { metricWords } from '../table/columnLabel.ts'
import { BestLine } from './BestLine.tsx'
import { dataRemarks } from './dataRemarks.ts'
import type { ComparedRunsResult } from './useComparedRuns.ts'
import { useRunNames } from './useRunNames.ts'

export interface HeadlineProps {
  readonly compared: ComparedRunsResult
  readonly objective: Objective
}

/**
 * What the page has to say first, and what must be known to read it rightly. Renders a `<div>`, or
 * nothing where there is nothing to compare: the list says why.
 */
export function Headline({ compared, objective }: HeadlineProps): ReactNode {
  const { comparison } = useMessages()
  const nameOf = useRunNames(compared.runs)
  const metric = metricWords(objective.metric)
  const remarks = dataRemarks(compared.runs, { objective, metric, messages: comparison, nameOf })
  const isEmpty = compared.runs.length === 0 && compared.unknownCount === 0
  if (isEmpty && !compared.isLoading) return null
  return (
    <div className="runoff-comparison-headline">
      {compared.runs.length > 0 && <BestLine runs={compared.runs} objective={objective} />}
      {compared.runs.length === 0 && compared.isLoading && <BestLineSkeleton />}
      <ul className="runoff-comparison-remarks">
        {compared.unknownCount > 0 && <li>{comparison.unknownSelected(compared.unknownCount)}</li>}
        {remarks.map((remark) => (
          <li key={remark}>
            <bdi>{remark}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}

function BestLineSkeleton(): ReactNode {
  const { comparison } = useMessages()
  return (
    <p className="runoff-comparison-best" role="status">
      <span className="runoff-comparison-skeleton" aria-hidden="true" />
      <span className="runoff-spoken">{comparison.loadingRuns}</span>
    </p>
  )
}
