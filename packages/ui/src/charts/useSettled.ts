import { useEffect, useRef, useState } from 'react'

const restMs = 200

/**
 * Returns a value that changes again and again only now and then: what is written about a live chart
 * (counts, summary, table) need not be rendered with every point. A value that is another in kind is
 * returned at once.
 */
export function useSettled<Value>(
  value: Value,
  isAlike: (value: Value, before: Value) => boolean,
): Value {
  const [settled, setSettled] = useState(value)
  const latest = useRef(value)
  const isAtRest = useRef(true)

  useEffect(() => {
    latest.current = value
    if (value === settled || !isAtRest.current) return
    isAtRest.current = false
    setSettled(value)
  }, [value, settled])

  useEffect(() => {
    const timer = setTimeout(() => {
      isAtRest.current = latest.current === settled
      setSettled(latest.current)
    }, restMs)
    return () => clearTimeout(timer)
  }, [settled])

  if (value === settled || isAlike(value, settled)) return settled
  setSettled(value)
  return value
}
