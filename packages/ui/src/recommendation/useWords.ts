import type { Recommendation, Run } from '@runoff/core'
import { useMemo } from 'react'
import { useRunNames } from '../comparison/useRunNames.ts'
import { isolatedName } from '../evidence/isolatedName.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { WordContext } from './answerText.ts'
import { runsOf } from './runsOf.ts'

export interface RecommendationWords extends WordContext {
  /** What a run is called where it stands alone. */
  readonly plainNameOf: (run: Run) => string
}

/** Returns what turns a recommendation into sentences. */
export function useWords(recommendation: Recommendation): RecommendationWords {
  const { answer } = useMessages().recommendation
  const formatters = useFormatters()
  const runs = useMemo(() => runsOf(recommendation), [recommendation])
  const plainNameOf = useRunNames(runs)
  const { objective } = recommendation
  return useMemo(
    () => ({
      objective,
      messages: answer,
      formatters,
      plainNameOf,
      nameOf: (run) => isolatedName(plainNameOf(run)),
    }),
    [objective, answer, formatters, plainNameOf],
  )
}
