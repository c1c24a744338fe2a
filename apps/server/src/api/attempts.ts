import { isIPv6 } from 'node:net'

/** How often an address gave a wrong token. */
export interface Attempts {
  /** For how many seconds nothing more is looked at, `0` where the next attempt is. */
  waitSeconds(address: string): number
  note(address: string): void
}

const mostAttempts = 10
const windowMs = 60_000
/** Addresses that are remembered; the one that began first is forgotten for a new one. */
const mostAddresses = 10_000

/** Counts wrong tokens by address for a minute each; `now` is in milliseconds. */
export function createAttempts(now: () => number = () => performance.now()): Attempts {
  const counts = new Map<string, { readonly sinceMs: number; readonly count: number }>()
  const countOf = (key: string): { readonly sinceMs: number; readonly count: number } => {
    const held = counts.get(key)
    return held !== undefined && now() - held.sinceMs < windowMs
      ? held
      : { sinceMs: now(), count: 0 }
  }
  return {
    waitSeconds(address) {
      const { sinceMs, count } = countOf(networkOf(address))
      return count < mostAttempts ? 0 : Math.max(1, Math.ceil((sinceMs + windowMs - now()) / 1000))
    },
    note(address) {
      const key = networkOf(address)
      const { sinceMs, count } = countOf(key)
      if (count === 0) counts.delete(key)
      counts.set(key, { sinceMs, count: count + 1 })
      const [oldest] = counts.keys()
      if (counts.size > mostAddresses && oldest !== undefined) counts.delete(oldest)
    },
  }
}

/** Whoever has one address of version 6 has the 2⁶⁴ beside it. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::')) return address
  return address.split(':').slice(0, 4).join(':')
}
