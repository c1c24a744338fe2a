import type { Objective } from '@runoff/core'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { BestLine } from './BestLine.tsx'
import type { ComparedRunsResult } from './useComparedRuns.ts'

export interface HeadlineProps {
  readonly compared: ComparedRunsResult
  readonly objective: Objective
}

/**
 * What the page has to say first. Renders a `<div>`, or nothing where the source has no runs: the
 * list says why.
 */
export function Headline({ compared, objective }: HeadlineProps): ReactNode {
  const { comparison } = useMessages()
  const { considered, scope, isLoading, knownCount, unknownCount } = compared
  if (knownCount === 0 && unknownCount === 0 && !isLoading) return null
  return (
    <div className="runoff-comparison-headline">
      {considered.length > 0 && <BestLine runs={considered} scope={scope} objective={objective} />}
      {considered.length === 0 && isLoading && <BestLineSkeleton />}
      {considered.length === 0 && !isLoading && (
        <p className="runoff-comparison-best runoff-comparison-muted">
          {comparison.noRunToCompare}
        </p>
      )}
      {unknownCount > 0 && (
        <p className="runoff-comparison-note">{comparison.unknownSelected(unknownCount)}</p>
      )}
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
