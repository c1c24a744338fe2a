import { StrictMode, useEffect, version, type ReactNode } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { hostParts, renderParts } from './hostParts.tsx'
import { skewClock } from './skewClock.ts'

/** Where and when a browser thinks it is, and what it found there. */
export interface ClientAnswer {
  readonly version: string
  readonly place: string
  readonly nowMs: number
  readonly faults: readonly string[]
}

type Pages = Readonly<Record<string, string>>

declare global {
  // oxlint-disable no-var -- The only way to declare what is global.
  /** Finds the parts that this browser would write in another way. */
  var compare: (pages: Pages, skewMs: number) => ClientAnswer
  /** Hydrates every part, and finds what React says of it. */
  var takeOver: (pages: Pages) => Promise<ClientAnswer>
  // oxlint-enable no-var
}

globalThis.compare = (pages, skewMs) => {
  skewClock(skewMs)
  const own = Object.entries(renderParts(renderToString))
  return answerOf(own.filter(([name, html]) => html !== pages[name]).map(([name]) => name))
}

globalThis.takeOver = async (pages) => {
  const faults: string[] = []
  const say = (...parts: readonly unknown[]): void => {
    faults.push(parts.map(String).join(' ').slice(0, 2000))
  }
  Object.assign(console, { error: say, warn: say })
  for (const [name, part] of Object.entries(hostParts)) {
    await takeOverPart(part, pages[name] ?? 'missing', say)
  }
  return answerOf(faults)
}

function answerOf(faults: readonly string[]): ClientAnswer {
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions()
  return { version, place: `${timeZone} ${locale}`, nowMs: Date.now(), faults }
}

/** Hydrates a part, and takes it away before it reads its runs. */
async function takeOverPart(
  part: ReactNode,
  html: string,
  onRecoverableError: (error: unknown) => void,
): Promise<void> {
  const place = document.createElement('div')
  document.body.append(place)
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  place.append(...parsed.body.childNodes)
  const root = await new Promise<Root>((resolve) => {
    const page = (
      <StrictMode>
        <Taken onTaken={() => resolve(taken)}>{part}</Taken>
      </StrictMode>
    )
    const taken = hydrateRoot(place, page, { onRecoverableError })
  })
  root.unmount()
  place.remove()
}

interface TakenProps {
  readonly onTaken: () => void
  readonly children: ReactNode
}

/** Says when the browser has taken over what it holds. */
function Taken({ onTaken, children }: TakenProps): ReactNode {
  useEffect(() => onTaken(), [onTaken])
  return children
}
