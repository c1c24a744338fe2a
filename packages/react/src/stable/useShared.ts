import { useState } from 'react'

/**
 * Returns the value of the render before where the new one says the same.
 *
 * `share` answers with `held` itself in that case, or with the new value, whose parts it may take
 * from `held`. Done in render, as state that follows from other state, so nothing flickers.
 */
export function useShared<Value>(value: Value, share: (held: Value, value: Value) => Value): Value {
  const [held, setHeld] = useState(value)
  const shared = share(held, value)
  if (shared !== held) setHeld(shared)
  return shared
}

/** Returns the list of the render before where it holds the same things in the same order. */
export function useSharedList<Item>(list: readonly Item[]): readonly Item[] {
  return useShared(list, shareList)
}

function shareList<Item>(held: readonly Item[], list: readonly Item[]): readonly Item[] {
  const isSame = held.length === list.length && list.every((item, i) => Object.is(item, held[i]))
  return isSame ? held : list
}
