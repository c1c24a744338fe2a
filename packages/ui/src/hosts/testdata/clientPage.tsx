import { StrictMode, version } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { hostParts } from './hostParts.tsx'

/** What a browser found when it took the pages of a server over. */
export interface ClientAnswer {
  readonly version: string
  readonly zone: string
  readonly locale: string
  readonly nowMs: number
  readonly taken: number
  readonly faults: readonly string[]
}

declare global {
  // oxlint-disable-next-line no-var -- The only way to declare what is global.
  var takeOver: (pages: Readonly<Record<string, string>>) => Promise<ClientAnswer>
}

globalThis.takeOver = async (pages) => {
  const faults: string[] = []
  const say = (...parts: readonly unknown[]): void => {
    faults.push(parts.map(String).join(' ').slice(0, 2000))
  }
  console.error = say
  console.warn = say
  const names = Object.keys(hostParts)
  for (const name of names) {
    const place = document.createElement('div')
    document.body.append(place)
    const parsed = new DOMParser().parseFromString(pages[name] ?? 'missing', 'text/html')
    place.append(...parsed.body.childNodes)
    const before = faults.length
    const root = hydrateRoot(place, <StrictMode>{hostParts[name]}</StrictMode>, {
      onRecoverableError: say,
    })
    await pause()
    if (faults.length > before) faults.push(`in ${name}`)
    root.unmount()
    place.remove()
  }
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions()
  return { version, zone: timeZone, locale, nowMs: Date.now(), taken: names.length, faults }
}

/** Long enough for the effects that follow a hydration. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 8))
}
