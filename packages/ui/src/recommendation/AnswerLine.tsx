import type { Recommendation, Run } from '@runoff/core'
import { useMemo, type ReactNode } from 'react'
import { answerOf } from './answerOf.ts'
import { answerText } from './answerText.ts'
import { Sentence } from './Sentence.tsx'
import { StarIcon } from './StarIcon.tsx'
import type { RecommendationWords } from './useWords.ts'

export interface AnswerLineProps {
  readonly recommendation: Recommendation
  readonly words: RecommendationWords
  readonly onOpenRun: ((run: Run) => void) | undefined
}

/** The answer in one line; a change of it is spoken. Renders a `<p>`. */
export function AnswerLine({ recommendation, words, onOpenRun }: AnswerLineProps): ReactNode {
  const { kind, text, runs } = useMemo(() => {
    const answer = answerOf(recommendation)
    const named = new Map<string, Run>()
    // Of thousands of runs few are named: these are all that must be found by their names.
    const nameOf = (run: Run): string => {
      named.set(words.plainNameOf(run), run)
      return words.nameOf(run)
    }
    return { kind: answer.kind, text: answerText(answer, { ...words, nameOf }), runs: named }
  }, [recommendation, words])
  return (
    <p className="runoff-recommendation-answer" data-answer={kind} aria-live="polite">
      {recommendation.run !== null && <StarIcon className="runoff-recommendation-star" />}
      <Sentence text={text} runs={runs} onOpenRun={onOpenRun} />
    </p>
  )
}
