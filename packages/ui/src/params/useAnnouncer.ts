import { useCallback, useEffect, useRef, type RefObject } from 'react'
import { createAnnouncer, type Announcer } from '../charts/engine/announcer.ts'

/** Returns the ref of a live region and what speaks through it, not more often than can be heard. */
export function useAnnouncer(): readonly [
  RefObject<HTMLDivElement | null>,
  (text: string) => void,
] {
  const live = useRef<HTMLDivElement>(null)
  const announcer = useRef<Announcer | null>(null)
  useEffect(() => () => announcer.current?.stop(), [])
  const say = useCallback((text: string) => {
    if (live.current === null) return
    announcer.current ??= createAnnouncer(live.current)
    announcer.current.say(text)
  }, [])
  return [live, say]
}
