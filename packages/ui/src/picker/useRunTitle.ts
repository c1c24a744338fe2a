import type { Run } from '@runoff/core'
import { useMemo } from 'react'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { runName } from './runNames.ts'

export type NamedRun = Pick<Run, 'id' | 'name'>

export interface RunTitle {
  /** What is shown: the name, with what it hides written out. */
  readonly name: string
  /** What is said where the name alone is not enough: the same, with the id if the name is repeated. */
  readonly fullName: string
  /** The id, where the name is that of another run as well. */
  readonly id: string | null
}

/** Returns what a run is called in the list. */
export function useRunTitle(run: NamedRun, isRepeated: boolean): RunTitle {
  const { picker } = useMessages()
  const { id, name: ownName } = run
  return useMemo(() => {
    const name = visibleText(runName({ id, name: ownName }) ?? picker.unnamedRun)
    const shownId = isRepeated ? visibleText(id) : null
    return {
      name,
      id: shownId,
      fullName: shownId === null ? name : picker.nameAndId(name, shownId),
    }
  }, [id, ownName, isRepeated, picker])
}
