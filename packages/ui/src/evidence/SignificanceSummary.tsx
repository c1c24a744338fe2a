import type { Significance } from '@runoff/core/stats'
import type { ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { isolatedName } from './isolatedName.ts'
import { visibleDifferenceText } from './seedsText.ts'
import { countFindings, countStillContenders, isClearAlone, pairsWithBest } from './pairRows.ts'
import { useGroupNames } from './useGroupNames.ts'

export interface SignificanceSummaryProps {
  readonly significance: Significance
}

/** The table in a sentence, and the noise that it is measured against. Renders `<p>` elements. */
export function SignificanceSummary({ significance }: SignificanceSummaryProps): ReactNode {
  const { significance: messages } = useMessages().evidence
  const formatters = useFormatters()
  const { groups, objective, evidence } = significance
  const { noise } = evidence
  const { count } = formatters
  const nameOf = useGroupNames(groups)
  const [best] = groups
  if (best === undefined) return <p className="runoff-evidence-note">{messages.nothing}</p>
  const withBest = pairsWithBest(significance)
  const counts = countFindings(withBest)
  const stillContenders = countStillContenders(withBest)
  const notes = [
    noise === null
      ? messages.noNoise
      : messages.noise(
          formatters.metric(noise.sd),
          formatters.metricWords(objective.metric),
          noise.groups,
          count,
        ),
    visibleDifferenceText(significance, messages, formatters),
    significance.scope === 'best' && counts.total > 1 ? messages.onlyWithBest : '',
    significance.pairs.some(isClearAlone)
      ? messages.pairsAlone(significance.pairs.length, count)
      : '',
    stillContenders > 0 ? messages.stillContenders(stillContenders, count) : '',
  ]
  return (
    <>
      <p className="runoff-evidence-summary">
        {counts.total === 0
          ? messages.onlyOne
          : messages.summary(counts, isolatedName(nameOf(best)), count)}
      </p>
      <p className="runoff-evidence-note">
        {formatters.sentences(notes.filter((note) => note !== ''))}
      </p>
    </>
  )
}
