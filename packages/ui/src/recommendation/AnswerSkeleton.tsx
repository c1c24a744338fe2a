import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'

/** Stands for an answer that is on its way; the panel keeps its place. Renders a `<p>`. */
export function AnswerSkeleton(): ReactNode {
  const { loading } = useMessages().recommendation
  return (
    <p className="runoff-recommendation-answer" role="status">
      <span className="runoff-recommendation-skeleton" aria-hidden="true" />
      <span className="runoff-spoken">{loading}</span>
    </p>
  )
}
