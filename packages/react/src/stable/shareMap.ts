/** Returns `held` where both maps hold the same entries in the same order, else `map`. */
export function shareMap<Key, Value>(
  held: ReadonlyMap<Key, Value>,
  map: ReadonlyMap<Key, Value>,
): ReadonlyMap<Key, Value> {
  if (held.size !== map.size) return map
  const entries = held.entries()
  for (const [key, value] of map) {
    const [heldKey, heldValue] = entries.next().value ?? []
    if (!Object.is(key, heldKey) || !Object.is(value, heldValue)) return map
  }
  return held
}

/** The same one level deeper: an inner map that says the same is kept as well. */
export function shareNestedMap<Outer, Inner, Value>(
  held: ReadonlyMap<Outer, ReadonlyMap<Inner, Value>>,
  map: ReadonlyMap<Outer, ReadonlyMap<Inner, Value>>,
): ReadonlyMap<Outer, ReadonlyMap<Inner, Value>> {
  const shared = new Map<Outer, ReadonlyMap<Inner, Value>>()
  for (const [key, inner] of map) {
    const heldInner = held.get(key)
    shared.set(key, heldInner === undefined ? inner : shareMap(heldInner, inner))
  }
  return shareMap(held, shared)
}
