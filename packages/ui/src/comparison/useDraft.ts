import { useCallback, useEffect, useRef, useState } from 'react'

const restMs = 150

/**
 * Returns a value as it is being changed, and what changes it. The owner hears of it once the
 * changes rest: a slider moves many times a second, and the whole page hangs on what it is told.
 * From then on the owner's value counts again.
 */
export function useDraft<Value>(
  value: Value,
  onRest: (value: Value) => void,
): readonly [Value, (value: Value) => void] {
  const [draft, setDraft] = useState<{ readonly value: Value; readonly of: Value } | null>(null)
  const owner = useRef({ value, onRest })
  const pending = useRef<{ readonly tell: () => void; readonly timer: Timer } | null>(null)
  useEffect(() => {
    owner.current = { value, onRest }
  })

  const change = useCallback((next: Value) => {
    setDraft({ value: next, of: owner.current.value })
    if (pending.current !== null) clearTimeout(pending.current.timer)
    const tell = (): void => {
      pending.current = null
      setDraft(null)
      owner.current.onRest(next)
    }
    pending.current = { tell, timer: setTimeout(tell, restMs) }
  }, [])

  // Who leaves in the middle has set it all the same.
  useEffect(
    () => () => {
      if (pending.current === null) return
      clearTimeout(pending.current.timer)
      pending.current.tell()
    },
    [],
  )
  return [draft !== null && draft.of === value ? draft.value : value, change]
}

type Timer = ReturnType<typeof setTimeout>
