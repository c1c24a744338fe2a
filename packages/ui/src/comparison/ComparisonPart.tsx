import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { PartBoundary } from './PartBoundary.tsx'

export interface ComparisonPartProps {
  /** What the part is called if it has to be said that it crashed. */
  readonly name: string
  readonly resetKey: unknown
  readonly children: ReactNode
}

/** A part that says in a sentence that it crashed. Renders no element around the part. */
export function ComparisonPart({ name, resetKey, children }: ComparisonPartProps): ReactNode {
  const { comparison } = useMessages()
  return (
    <PartBoundary
      resetKey={resetKey}
      fallback={(retry) => (
        <p className="runoff-comparison-failed" role="alert">
          {comparison.partFailed(name)}{' '}
          <button type="button" className="runoff-comparison-button" onClick={retry}>
            {comparison.retry}
          </button>
        </p>
      )}
    >
      {children}
    </PartBoundary>
  )
}
