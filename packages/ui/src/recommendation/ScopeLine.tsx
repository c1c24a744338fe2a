import type { GroupEstimate, Recommendation, Run } from '@runoff/core'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { exclusionCounts } from './answerOf.ts'
import type { ConsideredScope, RecommendationMessages } from './messages.ts'
import { Sentence } from './Sentence.tsx'
import type { RecommendationWords } from './useWords.ts'

export interface ScopeLineProps {
  readonly recommendation: Recommendation
  readonly words: RecommendationWords
  readonly scope: ConsideredScope
}

/** The verdict's own word, and of which runs all this is said. Renders a `<p>`. */
export function ScopeLine({ recommendation, words, scope }: ScopeLineProps): ReactNode {
  const messages = useMessages().recommendation
  const { verdict, excluded, objective } = recommendation
  const judged = verdict.evidence.groups.reduce((count, { runs }) => count + runs.length, 0)
  const counts = exclusionCounts(recommendation)
  const total = judged + excluded.length
  return (
    <p className="runoff-recommendation-scope">
      {judged > 0 && (
        <>
          <span className="runoff-recommendation-verdict" data-verdict={verdict.kind}>
            <Sentence text={verdictText(recommendation, words, messages)} />
          </span>{' '}
        </>
      )}
      {total > 0 &&
        messages.scope(
          {
            scope,
            total,
            judged,
            live: counts.live,
            notCompleted: counts['not-completed'],
            noValue: counts['no-value'],
            metric: words.formatters.metricWords(objective.metric),
          },
          words.formatters.count,
        )}
    </p>
  )
}

function verdictText(
  { verdict, run }: Recommendation,
  { nameOf, formatters }: RecommendationWords,
  { verdicts }: RecommendationMessages,
): string {
  if (verdict.kind === 'contenders')
    return verdicts.contenders(verdict.runs.length, formatters.count)
  // Beside a run that the evidence rules out the word alone would praise that one.
  const isOther = verdict.kind === 'clear-winner' && !isOf(verdict.group, run)
  return isOther ? verdicts.otherWinner(nameOf(verdict.run)) : verdicts[verdict.kind]
}

function isOf({ runs }: GroupEstimate, run: Run | null): boolean {
  return run !== null && runs.includes(run)
}
