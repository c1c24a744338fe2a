/** Returns the first `maxSelected` of the ids, each once. */
export function limitedIds(ids: readonly string[], maxSelected: number): readonly string[] {
  return [...new Set(ids)].slice(0, maxSelected)
}

/** Returns the ids without this one or with it at their end; the same list where it is full. */
export function toggledIds(
  ids: readonly string[],
  id: string,
  maxSelected: number,
): readonly string[] {
  if (ids.includes(id)) return ids.filter((other) => other !== id)
  return ids.length < maxSelected ? [...ids, id] : ids
}

/** Returns `ids` itself where `next` selects the same in the same order. */
export function keepSame(ids: readonly string[], next: readonly string[]): readonly string[] {
  return ids.length === next.length && ids.every((id, i) => id === next[i]) ? ids : next
}
