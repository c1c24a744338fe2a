import { useMemo, type ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { DetailProps } from './detailProps.ts'
import { MoreButton } from './MoreButton.tsx'
import { reasonText } from './reasonText.ts'
import { Sentence } from './Sentence.tsx'
import { useCutList } from './useCutList.ts'

/** So many reasons are read; a list of what still runs may be much longer. */
const firstReasons = 10

/** Why this run, a sentence each. Renders a `<section>`, or nothing without a reason. */
export function ReasonList({ recommendation, words }: DetailProps): ReactNode {
  const messages = useMessages().recommendation
  const { reasons, run } = recommendation
  const texts = useMemo(
    () =>
      reasons.map((reason) =>
        reasonText(reason, { ...words, reasons: messages.reason, hasPick: run !== null }),
      ),
    [reasons, run, words, messages],
  )
  const cut = useCutList(texts, firstReasons)
  if (texts.length === 0) return null
  return (
    <section className="runoff-recommendation-part" data-part="reasons">
      <h3>{messages.why}</h3>
      <ul>
        {cut.shown.map((text, place) => (
          <li key={`${place} ${text}`}>
            <Sentence text={text} />
          </li>
        ))}
      </ul>
      <MoreButton cut={cut} />
    </section>
  )
}
