import type { Recommendation } from '@runoff/core'
import type { ReactNode } from 'react'
import type { Formatters } from '../format/formatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { isolatedName, shownName } from '../evidence/isolatedName.ts'
import type { DetailProps } from './detailProps.ts'
import type { ScoreWords } from './messages.ts'
import { ScoreTable } from './ScoreTable.tsx'
import { Sentence } from './Sentence.tsx'

/** How the score is made, and that of every run. Renders a `<section>`, or nothing without scores. */
export function ScoreExplanation(props: DetailProps): ReactNode {
  const { recommendation } = props
  const { score } = useMessages().recommendation
  const { formatters } = props.words
  if (recommendation.scores.length === 0) return null
  return (
    <section className="runoff-recommendation-part" data-part="scores">
      <h3>{score.title}</h3>
      <p className="runoff-recommendation-note">
        <Sentence text={scoreText(recommendation, score, formatters)} />
      </p>
      <ScoreTable {...props} />
    </section>
  )
}

/** Returns how the scores were made, in the same way as they were. */
function scoreText(
  { policy, scores, objective }: Recommendation,
  words: ScoreWords,
  { full, metricWords, sentences }: Formatters,
): string {
  const metric = metricWords(objective.metric)
  const value = scores.every(({ value }) => value.value > 0)
    ? words.ratio(metric, objective.goal)
    : words.linear(metric)
  if (policy === 'composite') return sentences([words.composite, value, words.gaps(full)])
  if (policy === 'bestValue') return sentences([words.bestValue, value])
  if (policy === 'evidence') return words.evidence
  return words.custom(isolatedName(shownName(policy)))
}
