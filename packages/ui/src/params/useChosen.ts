import { useCallback, useEffect, useRef, useState } from 'react'

export interface Chosen<Value> {
  /** Makes the host the owner of the value. */
  readonly value: Value | undefined
  /** Where it starts while the part owns it. */
  readonly initial: Value
  readonly onChange: ((value: Value) => void) | undefined
}

/** Returns a value, the host's own where it gives one, and what changes it. */
export function useChosen<Value>({
  value,
  initial,
  onChange,
}: Chosen<Value>): readonly [Value, (value: Value) => void] {
  const [own, setOwn] = useState(initial)
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  const choose = useCallback((next: Value) => {
    setOwn(() => next)
    latest.current?.(next)
  }, [])
  return [value === undefined ? own : value, choose]
}
