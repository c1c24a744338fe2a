import { useMemo } from 'react'

/** Returns a value of plain JSON as the object it was before, until it says something else. */
export function useSameJson<Value>(value: Value): Value {
  const json = JSON.stringify(value)
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the text is all that there is to it
  return useMemo(() => value, [json])
}
