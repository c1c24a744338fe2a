import type { Run } from '@runoff/core'
import { useMemo } from 'react'
import { shortenMiddle } from '../format/shortenName.ts'
import { shortNames } from '../format/shortNames.ts'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { runName, runsWithRepeatedName } from '../picker/runNames.ts'

/** Longer names are cut where they stand in a sentence. */
const nameLength = 40

/** Of more names than this, each is cut by itself: comparing them would be felt. */
const mostCompared = 200

/**
 * Returns what runs are called in a sentence: long names are cut where they do not differ from the
 * others, and have the id beside them where two still look the same.
 */
export function useRunNames(runs: readonly Run[]): (run: Run) => string {
  const { picker } = useMessages()
  return useMemo(() => {
    const whole = (run: Run): string => visibleText(runName(run) ?? picker.unnamedRun)
    const long = runs.map(whole).filter((name) => name.length > nameLength)
    const short = long.length > mostCompared ? null : shortNames(long, nameLength)
    const nameOf = (run: Run): string => {
      return short?.get(whole(run)) ?? shortenMiddle(whole(run), nameLength)
    }
    // Two names that differ may look the same once they are cut. There may be thousands of runs and
    // few of them are named, so only the ends are compared then, and none is cut at its characters.
    const shown = short === null ? (run: Run) => endsOf(whole(run)) : nameOf
    const cut = runs.map((run) => ({ id: run.id, name: shown(run) }))
    const repeated = new Set(Array.from(runsWithRepeatedName(cut), ({ id }) => id))
    return (run) => {
      if (!repeated.has(run.id)) return nameOf(run)
      return picker.nameAndId(nameOf(run), shortenMiddle(visibleText(run.id), nameLength))
    }
  }, [runs, picker])
}

/** What is left of two names at the most when both are cut. */
function endsOf(name: string): string {
  const half = nameLength / 2
  return name.length <= nameLength ? name : `${name.slice(0, half)}…${name.slice(1 - half)}`
}
