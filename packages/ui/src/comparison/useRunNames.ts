import type { Run } from '@runoff/core'
import { useMemo } from 'react'
import { shortenName } from '../format/shortenName.ts'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { runName, runsWithRepeatedName } from '../picker/runNames.ts'

/** Longer names are cut where they stand in a sentence. */
const nameLength = 40

/** Returns what runs are called in a sentence, with the id where two names look the same. */
export function useRunNames(runs: readonly Run[]): (run: Run) => string {
  const { picker } = useMessages()
  return useMemo(() => {
    const repeated = runsWithRepeatedName(runs)
    return (run) => {
      const name = shortenName(visibleText(runName(run) ?? picker.unnamedRun), nameLength)
      if (!repeated.has(run)) return name
      return picker.nameAndId(name, shortenName(visibleText(run.id), nameLength))
    }
  }, [runs, picker])
}
