import type { Recommendation, Run } from '@runoff/core'
import { useMemo } from 'react'
import type { GroupingChoice } from '../charts/toolbar/toolbarSettings.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { seedGroups } from './seedGroups.ts'

const seeds = 'seeds'
const none: readonly GroupingChoice[] = []

/**
 * Returns how the compared runs can be drawn together: seeds of one configuration as one line, where
 * there are any, as the recommendation has grouped them.
 */
export function useSeedGroupings(
  runs: readonly Run[],
  recommendation: Recommendation | null,
): readonly GroupingChoice[] {
  const { comparison, picker } = useMessages()
  return useMemo(() => {
    const verdict = recommendation?.verdict
    const replicates = verdict !== undefined && 'evidence' in verdict ? verdict.evidence.groups : []
    const groups = seedGroups(runs, replicates, picker.nameAndId)
    return groups.length === 0 ? none : [{ id: seeds, label: comparison.seedsAsBands, groups }]
  }, [runs, recommendation, comparison, picker])
}
