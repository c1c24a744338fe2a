import type { LogFormat } from '../format.ts'
import { findCount, type FoundCount } from '../text/readCount.ts'
import { readNamed, withUnit } from '../text/readNamed.ts'
import { lineFormat } from './lineFormat.ts'

/**
 * The lines of nanoGPT and of what was built on it, lit-llama among it:
 *
 * `iter 10: loss 4.26, ppl 71.00, time 25.51ms, mfu 72.60%`
 *
 * `step 100: train loss 4.94, val loss 5.30; best val loss to now: 5.30`
 *
 * The second is an estimate over some batches of both sets, made before the `iter` line of the same
 * number, whose time holds that of the estimate. A first `mfu` of -100 % means that it is not known.
 */
export const nanogpt: LogFormat = lineFormat({
  name: 'nanogpt',
  marks: [': loss ', ': train loss '],
  readLine(text) {
    const step = findEstimate(text)
    const place = step ?? findCount(text, 'iter ')
    if (place === null || text[place.end] !== ':') return null
    const metrics = readList(text.slice(place.end + 1))
    if (metrics === null) return null
    const isEstimate = metrics.some(([name]) => name.startsWith('val '))
    return { phase: isEstimate ? 'eval' : 'train', step: place.value, metrics }
  },
})

function findEstimate(text: string): FoundCount | null {
  const step = findCount(text, 'step ')
  return step !== null && text.startsWith(': train loss ', step.end) ? step : null
}

/** `loss 4.26, time 25.51ms; …`, or `null` where it does not begin with a loss. */
function readList(text: string): [string, number][] | null {
  const metrics: [string, number][] = []
  for (const part of text.includes(';') ? text.split(/[,;]/) : text.split(',')) {
    const named = readNamed(part)
    if (named !== null) metrics.push([withUnit(named.name, named.unit), named.value])
    if (metrics.length === 0) return null
  }
  return metrics[0]?.[0].endsWith('loss') === true ? metrics : null
}
