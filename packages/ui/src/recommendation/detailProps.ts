import type { Recommendation, Run } from '@runoff/core'
import type { RecommendationWords } from './useWords.ts'

/** What each part of the details is told. */
export interface DetailProps {
  readonly recommendation: Recommendation
  readonly words: RecommendationWords
  readonly onOpenRun: ((run: Run) => void) | undefined
}
