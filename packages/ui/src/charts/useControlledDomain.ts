import { useEffect, useRef } from 'react'
import { useBrowserLayoutEffect } from '../effects/useBrowserLayoutEffect.ts'
import {
  hostDomain,
  isSameDomain,
  shownDomain,
  type ChartStore,
  type XDomain,
} from './chartStore.ts'

export interface ControlledDomain {
  readonly xDomain: XDomain | null | undefined
  readonly onXDomainChange: ((xDomain: XDomain | null) => void) | undefined
}

/**
 * Keeps a store at the domain that a host gives, and tells the host where a gesture ended.
 *
 * A host that gives a domain and does not take the new one gets its own back on screen.
 */
export function useControlledDomain(store: ChartStore, control: ControlledDomain): void {
  const latest = useRef(control)
  /** What the host was told last, as long as it may take it. */
  const told = useRef<XDomain | null | undefined>(undefined)
  const [from, to] = control.xDomain ?? [NaN, NaN]
  const isControlled = control.xDomain !== undefined

  useEffect(() => {
    latest.current = control
  })

  useBrowserLayoutEffect(() => {
    const isTold = isSameHost([from, to], told.current)
    told.current = undefined
    // A host that takes what it was told is behind what is on screen, where that has moved on.
    return isControlled && !isTold ? showDomain(store, [from, to]) : undefined
  }, [store, isControlled, from, to])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = store.subscribe(({ settledDomain }, before) => {
      const { xDomain, onXDomainChange } = latest.current
      if (isSameDomain(settledDomain, before.settledDomain)) return
      const isTheHosts = xDomain !== undefined && isSameDomain(settledDomain, given(xDomain))
      if (isTheHosts) return
      const next = hostDomain(settledDomain)
      told.current = next
      onXDomainChange?.(next)
      clearTimeout(timer)
      timer = setTimeout(() => {
        const { xDomain: answer } = latest.current
        told.current = undefined
        if (answer !== undefined && !isSameHost(answer, next)) showDomain(store, answer)
      }, answerMs)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [store])
}

/** So long a host may take to render what it was told; then it has refused it. */
const answerMs = 60

/** Whether two domains say the same, as a host writes them. */
function isSameHost(a: XDomain | null, b: XDomain | null | undefined): boolean {
  if (b === undefined) return false
  const [from, to] = a ?? [NaN, NaN]
  const [otherFrom, otherTo] = b ?? [NaN, NaN]
  return Object.is(from, otherFrom) && Object.is(to, otherTo)
}

function given(xDomain: XDomain | null): ReturnType<typeof shownDomain> {
  return xDomain === null ? null : shownDomain(xDomain)
}

/**
 * A host that moves the domain again and again is drawn at once, and rendered once it rests: what
 * React makes for a domain (counts, table rows) is not needed in between.
 */
function showDomain(store: ChartStore, xDomain: XDomain | null): () => void {
  const domain = given(xDomain)
  const { domain: live, settledDomain } = store.get()
  // Who is taken elsewhere does not want to be taken back to the newest points.
  if (!isSameDomain(domain, live)) store.set({ domain, isFollowing: false })
  if (isSameDomain(domain, settledDomain)) return () => undefined
  const timer = setTimeout(() => {
    // A gesture that began meanwhile settles by itself.
    if (isSameDomain(store.get().domain, domain)) store.set({ settledDomain: domain })
  }, restMs)
  return () => clearTimeout(timer)
}

const restMs = 120
