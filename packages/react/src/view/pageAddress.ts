import { linkTextOf, type ViewAddress } from './viewAddress.ts'

/** Returns the text that stands for a view in the page's address, or `null` where there is none. */
export function readPageAddress(address: ViewAddress | null): string | null {
  if (address === null || typeof location === 'undefined') return null
  return linkTextOf(location.href, address)
}

/**
 * Replaces the page's address without a step in the history, and says whether it is now the one
 * that is given. What a router has stored beside the old one stays.
 */
export function replacePageAddress(url: string): boolean {
  if (url === location.href) return true
  try {
    history.replaceState(history.state, '', url)
    return true
  } catch {
    // A browser that was asked too often refuses, and so does a document without an address.
    return false
  }
}

/** Calls back when the reader has moved in the history, and before the page goes. */
export function watchPageAddress(onMove: () => void, onLeave: () => void): () => void {
  const listeners = [
    ['popstate', onMove],
    ['hashchange', onMove],
    ['pagehide', onLeave],
  ] as const
  for (const [event, listener] of listeners) addEventListener(event, listener)
  return () => {
    for (const [event, listener] of listeners) removeEventListener(event, listener)
  }
}

/**
 * Returns the page's address for others, which is empty on a server. A name and a password that
 * opened the page stay out of it.
 */
export function sharedPageAddress(): string {
  if (typeof location === 'undefined') return ''
  return location.href.replace(/^([a-z][\w+.-]*:\/\/)[^/?#@]*@/iu, '$1')
}
