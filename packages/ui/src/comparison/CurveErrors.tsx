import type { Run, RunoffError } from '@runoff/core'
import type { ReactNode } from 'react'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useRunNames } from './useRunNames.ts'

export interface CurveErrorsProps {
  readonly runs: readonly Run[]
  /** By run id. */
  readonly errors: ReadonlyMap<string, RunoffError>
  readonly onRetry: () => void
}

/** Names the runs whose curves could not be read. Renders a `<div>`, or nothing without any. */
export function CurveErrors({ runs, errors, onRetry }: CurveErrorsProps): ReactNode {
  const { comparison } = useMessages()
  const nameOf = useRunNames(runs)
  const failed = runs.filter((run) => errors.has(run.id))
  if (failed.length === 0) return null
  return (
    <div className="runoff-comparison-errors" role="alert">
      <ul className="runoff-comparison-errors">
        {failed.map((run) => (
          <li key={`${run.source} ${run.id}`}>
            <bdi>
              {comparison.failedRun(nameOf(run), visibleText(errors.get(run.id)?.message ?? ''))}
            </bdi>
          </li>
        ))}
      </ul>
      <button type="button" className="runoff-comparison-button" onClick={onRetry}>
        {comparison.retry}
      </button>
    </div>
  )
}
