import { createHash } from 'node:crypto'
import { renderToString } from 'react-dom/server'
import { exportedParts, renderParts } from './hostParts.tsx'
import { skewClock } from './skewClock.ts'

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
  /** Exported parts that are not among the pages. */
  readonly missing: readonly string[]
}

const [zones = '', skews = ''] = process.argv.slice(2)

function answer(zone: string, skewMs: number): ServerAnswer {
  process.env['TZ'] = zone
  skewClock(skewMs)
  const hash = createHash('sha256')
    .update(JSON.stringify(renderParts(renderToString)))
    .digest('hex')
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions()
  return { zone: timeZone, locale, nowMs: Date.now(), hash }
}

const answers = zones
  .split(',')
  .flatMap((zone) => skews.split(',').map((skew) => answer(zone, Number(skew))))
const pages = renderParts(renderToString)
const missing = exportedParts.filter((part) => !(part in pages))
const output: ServerOutput = { answers, pages, missing }
process.stdout.write(JSON.stringify(output))
