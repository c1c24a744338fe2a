import type { Run } from '@runoff/core'
import type { SeriesGroup } from '../charts/model/groupLines.ts'

/** Runs that differ in nothing known but their seed, by the name they share. */
export interface Replicates {
  readonly key: string
  readonly name: string
  readonly runs: readonly Run[]
}

/**
 * Returns the groups of at least two of the compared runs that are replicates of each other, in the
 * order of the runs. Names that two groups share are told apart by `nameAndId`.
 */
export function seedGroups(
  runs: readonly Run[],
  replicates: readonly Replicates[],
  nameAndId: (name: string, id: string) => string,
): readonly SeriesGroup[] {
  const places = new Map(runs.map(({ id }, place) => [id, place]))
  const placeOf = (id: string | undefined): number => places.get(id ?? '') ?? Infinity
  const groups = replicates
    .map(({ key, name, runs: members }) => {
      const shown = members.filter(({ id }) => places.has(id)).map(({ id }) => id)
      return { id: key, name, runIds: shown.toSorted((a, b) => placeOf(a) - placeOf(b)) }
    })
    .filter(({ runIds }) => runIds.length > 1)
    .toSorted((a, b) => placeOf(a.runIds[0]) - placeOf(b.runIds[0]))
  const isShared = ({ id, name }: SeriesGroup): boolean =>
    groups.some((other) => other.id !== id && other.name === name)
  return groups.map((group) =>
    isShared(group) ? { ...group, name: nameAndId(group.name, group.runIds[0] ?? '') } : group,
  )
}
