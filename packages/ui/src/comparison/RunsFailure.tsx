import type { RunoffError } from '@runoff/core'
import type { ReactNode } from 'react'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'

export interface RunsFailureProps {
  /** `null` while nothing is wrong. */
  readonly error: RunoffError | null
  readonly onRetry: () => void
}

/** Says why runs could not be read, where no list does. Renders a `<div>`, or nothing. */
export function RunsFailure({ error, onRetry }: RunsFailureProps): ReactNode {
  const { comparison, picker } = useMessages()
  if (error === null) return null
  return (
    <div className="runoff-comparison-failed" role="alert">
      <p>
        {picker.failed} <bdi>{visibleText(error.message)}</bdi>
      </p>
      <button type="button" className="runoff-comparison-button" onClick={onRetry}>
        {comparison.retry}
      </button>
    </div>
  )
}
