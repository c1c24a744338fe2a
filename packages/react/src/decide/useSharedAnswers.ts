import { useMemo } from 'react'
import type { Run } from '@runoff/core'
import { useSharedData } from './useSharedData.ts'

/**
 * Returns a function that keeps its identity while it answers the same for each of the runs.
 *
 * A function written in render is another one each time; what it says of the runs is not.
 */
export function useSharedAnswers<Answer>(
  runs: readonly Run[],
  answerOf: ((run: Run) => Answer) | undefined,
): ((run: Run) => Answer) | undefined {
  const answers = useSharedData(answerOf === undefined ? null : runs.map((run) => answerOf(run)))
  return useMemo(() => {
    if (answers === null) return undefined
    const byRun = new Map(runs.map((run, i) => [run, answers[i] as Answer]))
    return (run) => byRun.get(run) as Answer
  }, [runs, answers])
}
