import type { GroupEstimate } from '@runoff/core'
import { useMemo } from 'react'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { runName, runsWithRepeatedName } from '../picker/runNames.ts'
import { shownName } from './isolatedName.ts'

/**
 * Returns what configurations are called: by their names, and with the id of their first run where
 * two of the names look the same.
 */
export function useGroupNames(
  groups: readonly GroupEstimate[],
): (group: Pick<GroupEstimate, 'key'>) => string {
  const { picker } = useMessages()
  return useMemo(() => {
    const named = groups.map(({ key, name, runs }) => {
      const id = runs[0]?.id ?? key
      const whole = visibleText(runName({ id, name }) ?? picker.unnamedRun)
      return { key, id, name: shownName(whole) }
    })
    const repeated = runsWithRepeatedName(named)
    const names = new Map(
      named.map((each) => [
        each.key,
        repeated.has(each) ? picker.nameAndId(each.name, shownName(each.id)) : each.name,
      ]),
    )
    return ({ key }) => names.get(key) ?? shownName(key)
  }, [groups, picker])
}
