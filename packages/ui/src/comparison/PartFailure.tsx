import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'

export interface PartFailureProps {
  /** What the part is called. */
  readonly name: string
  readonly onRetry: () => void
}

/** Stands in place of a part that crashed. Renders a `<p>`. */
export function PartFailure({ name, onRetry }: PartFailureProps): ReactNode {
  const { comparison } = useMessages()
  return (
    <p className="runoff-comparison-failed" role="alert">
      {comparison.partFailed(name)}{' '}
      <button type="button" className="runoff-comparison-button" onClick={onRetry}>
        {comparison.retry}
      </button>
    </p>
  )
}
