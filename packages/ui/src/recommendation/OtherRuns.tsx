import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { DetailProps } from './detailProps.ts'
import { MoreButton } from './MoreButton.tsx'
import { otherText } from './otherText.ts'
import { Sentence } from './Sentence.tsx'
import { useCutList } from './useCutList.ts'

const firstOthers = 6

/** How the other runs do beside the recommended one. Renders a `<section>`, or nothing. */
export function OtherRuns({ recommendation, words, onOpenRun }: DetailProps): ReactNode {
  const { others: text } = useMessages().recommendation
  const { others } = recommendation
  const cut = useCutList(others, firstOthers)
  if (others.length === 0) return null
  return (
    <section className="runoff-recommendation-part" data-part="others">
      <h3>{text.title}</h3>
      <ul>
        {cut.shown.map((other) => (
          <li
            key={JSON.stringify([other.run.source, other.run.id])}
            data-run={other.run.id}
            data-severity={other.delta.severity}
            title={words.formatters.full(other.value.value)}
          >
            <Sentence
              text={otherText(other, words, text)}
              runs={new Map([[words.plainNameOf(other.run), other.run]])}
              onOpenRun={onOpenRun}
            />
          </li>
        ))}
      </ul>
      <MoreButton cut={cut} />
    </section>
  )
}
