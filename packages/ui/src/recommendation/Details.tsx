import { useState, type ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { CheckpointFacts } from './CheckpointFacts.tsx'
import type { DetailProps } from './detailProps.ts'
import { EvidenceFacts } from './EvidenceFacts.tsx'
import { OtherRuns } from './OtherRuns.tsx'
import { ReasonList } from './ReasonList.tsx'
import { ScoreExplanation } from './ScoreExplanation.tsx'

/** What the answer rests on, folded, and drawn once it is asked for. Renders a `<details>`, or nothing. */
export function Details(parts: DetailProps): ReactNode {
  const { details } = useMessages().recommendation
  const [wasOpened, setWasOpened] = useState(false)
  const { reasons, verdict, run } = parts.recommendation
  if (reasons.length === 0 && verdict.evidence.groups.length === 0) {
    return null
  }
  return (
    <details
      className="runoff-recommendation-fold"
      onToggle={({ currentTarget }) => setWasOpened((was) => was || currentTarget.open)}
    >
      <summary>
        <h2>{details}</h2>
      </summary>
      {wasOpened && (
        <div className="runoff-recommendation-details">
          <ReasonList {...parts} />
          <EvidenceFacts {...parts} />
          {run !== null && <CheckpointFacts {...parts} run={run} />}
          <OtherRuns {...parts} />
          <ScoreExplanation {...parts} />
        </div>
      )}
    </details>
  )
}
