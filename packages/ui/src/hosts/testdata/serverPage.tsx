import { createHash } from 'node:crypto'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { hostParts } from './hostParts.tsx'

/** What one server wrote. */
export interface ServerAnswer {
  readonly zone: string
  readonly locale: string
  readonly nowMs: number
  /** Of every part's markup together. */
  readonly hash: string
}

/** Everything that a server process answers: one entry for each of its zones and clocks. */
export interface ServerOutput {
  readonly answers: readonly ServerAnswer[]
  readonly pages: Readonly<Record<string, string>>
}

const [zones = '', skews = ''] = process.argv.slice(2)

function renderAll(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(hostParts).map(([name, part]) => [
      name,
      renderToString(<StrictMode>{part}</StrictMode>),
    ]),
  )
}

const RealDate = Date

/** A clock that is wrong by this much. */
function skewClock(skewMs: number): void {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given) =>
      given.length === 0
        ? new target(RealDate.now() + skewMs)
        : (Reflect.construct(target, given) as Date),
    apply: () => new RealDate(RealDate.now() + skewMs).toString(),
    get: (target, key) =>
      key === 'now' ? () => RealDate.now() + skewMs : (Reflect.get(target, key) as unknown),
  })
}

function answer(zone: string, skewMs: number): ServerAnswer {
  process.env['TZ'] = zone
  skewClock(skewMs)
  const hash = createHash('sha256').update(JSON.stringify(renderAll())).digest('hex')
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions()
  return { zone: timeZone, locale, nowMs: Date.now(), hash }
}

const answers = zones
  .split(',')
  .flatMap((zone) => skews.split(',').map((skew) => answer(zone, Number(skew))))
const output: ServerOutput = { answers, pages: renderAll() }
process.stdout.write(JSON.stringify(output))
