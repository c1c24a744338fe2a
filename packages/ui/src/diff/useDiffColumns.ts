import type { Run } from '@runoff/core'
import { useMemo } from 'react'
import { shortNames } from '../format/shortNames.ts'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { runName, runsWithRepeatedName } from '../picker/runNames.ts'
import { useRunStyles } from '../style/RunStylesProvider.tsx'
import type { RunStyle } from '../style/runStyle.ts'

/** One run as the head of a column. */
export interface DiffColumn {
  readonly runId: string
  readonly name: string
  /** As much of the name as there is room for, and as tells it from the others. */
  readonly shortName: string
  readonly style: RunStyle | null
}

/** As in the legends of the charts. */
const longestName = 18

/** Returns the runs as columns, in their order; a run that is listed twice has one. */
export function useDiffColumns(runs: readonly Run[]): readonly DiffColumn[] {
  const { picker } = useMessages()
  // In the order given: it settles the colours, and they are those of the charts.
  const styles = useRunStyles(useMemo(() => runs.map((run) => run.id), [runs]))
  return useMemo(() => {
    const unique = [...new Map(runs.map((run) => [run.id, run])).values()]
    const repeated = runsWithRepeatedName(unique)
    const names = unique.map((run) => {
      const name = visibleText(runName(run) ?? picker.unnamedRun)
      return repeated.has(run) ? picker.nameAndId(name, visibleText(run.id)) : name
    })
    const short = shortNames(names, longestName)
    return unique.map(({ id }, place) => {
      const name = names[place] ?? id
      return { runId: id, name, shortName: short.get(name) ?? name, style: styles.get(id) ?? null }
    })
  }, [runs, styles, picker])
}
