import { useMemo, type ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { DetailProps } from './detailProps.ts'
import { evidenceFacts, methodText } from './evidenceFacts.ts'
import { FactList, FactRow } from './FactList.tsx'
import { Sentence } from './Sentence.tsx'

/** What the verdict rests on, in words and numbers. Renders a `<section>`, or nothing. */
export function EvidenceFacts({ recommendation, words }: DetailProps): ReactNode {
  const { evidence } = useMessages().recommendation
  const facts = useMemo(
    () => evidenceFacts(recommendation, { ...words, evidence }),
    [recommendation, words, evidence],
  )
  const method = methodText(recommendation, { ...words, evidence })
  if (facts.length === 0) return null
  return (
    <section className="runoff-recommendation-part" data-part="evidence">
      <h3>{evidence.title}</h3>
      <FactList>
        {facts.map(({ term, text, full }, place) => (
          <FactRow key={`${place} ${term}`} term={term} full={full}>
            <Sentence text={text} />
          </FactRow>
        ))}
      </FactList>
      {method !== null && <p className="runoff-recommendation-note">{method}</p>}
    </section>
  )
}
