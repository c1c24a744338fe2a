import type { ChartArrangement } from '@runoff/core'

/** Returns the items in the order that was given them, each once. */
export function arrangedItems<Item extends { readonly id: string }>(
  items: readonly Item[],
  { order }: Pick<ChartArrangement, 'order'>,
): readonly Item[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return [...new Set([...order, ...byId.keys()])].flatMap((id) => byId.get(id) ?? [])
}

/**
 * Returns the arrangement in which one of the shown items has changed places with its neighbour,
 * `by` places on; itself where there is none. Charts that are not shown now keep their places.
 */
export function movedItem(
  arrangement: ChartArrangement,
  shownIds: readonly string[],
  move: { readonly id: string; readonly by: -1 | 1 },
): ChartArrangement {
  const shown = arrangedItems(
    shownIds.map((id) => ({ id })),
    arrangement,
  ).map(({ id }) => id)
  const at = shown.indexOf(move.id)
  const neighbour = at < 0 ? undefined : shown[at + move.by]
  if (neighbour === undefined) return arrangement
  const swapped = new Map([
    [move.id, neighbour],
    [neighbour, move.id],
  ])
  const all = [...new Set([...arrangement.order, ...shown])]
  return { ...arrangement, order: all.map((id) => swapped.get(id) ?? id) }
}

/** Returns the arrangement in which an item is wide that was not, or is no longer. */
export function toggledWide(arrangement: ChartArrangement, id: string): ChartArrangement {
  const { wide } = arrangement
  return {
    ...arrangement,
    wide: wide.includes(id) ? wide.filter((each) => each !== id) : [...wide, id],
  }
}
