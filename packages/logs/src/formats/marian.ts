import type { LogFormat } from '../format.ts'
import { readLeadingNumber, readNumber } from '../text/readNumber.ts'
import { lineFormat, type LineReading } from './lineFormat.ts'

/**
 * Marian's lines of training and validation; the unit of `Cost` depends on its cost type.
 *
 * `Ep. 1 : Up. 20 : Sen. 1,280 : Cost 241.64 : Time 12.34s : 1234.56 words/s : L.r. 3.0000e-04`
 * `Ep. 1 : Up. 20 : Sen. 1,280 : Cost 8.5 * 32,000 @ 1,600 after 64,000 : gNorm 1.5`
 * `[valid] Ep. 1 : Up. 20 : cross-entropy : 227.393 : stalled 1 times (last best: 227.1)`
 */
export const marian: LogFormat = lineFormat({
  name: 'marian',
  marks: [' : Up. '],
  readLine,
})

function readLine(text: string): LineReading | null {
  const from = text.lastIndexOf('Ep. ', text.indexOf(' : Up. '))
  if (from === -1) return null
  const [epochPart = '', updatePart = '', ...parts] = text.slice(from).split(' : ')
  const epoch = readNumber(epochPart.slice('Ep. '.length))
  const step = readNumber(updatePart.slice('Up. '.length))
  if (epoch === null || step === null) return null
  const isEvaluation = text.lastIndexOf('[valid]', from) !== -1
  const metrics = isEvaluation ? readEvaluation(parts) : readTraining(parts)
  return { phase: isEvaluation ? 'eval' : 'train', step, epoch, metrics }
}

function readEvaluation([name = '', value = '']: readonly string[]): Map<string, number> {
  const number = readNumber(value)
  return new Map(number === null || name === '' ? [] : [[name, number]])
}

function readTraining(parts: readonly string[]): Map<string, number> {
  const metrics = new Map<string, number>()
  for (const part of parts) {
    const [first, second] = splitAtBlank(part.trim())
    const behind = readLeadingNumber(second)
    const before = readNumber(first)
    if (before !== null && second !== '') metrics.set(second, before)
    else if (behind !== null) metrics.set(first, behind)
  }
  return metrics
}

function splitAtBlank(part: string): readonly [string, string] {
  const blank = part.indexOf(' ')
  return blank === -1 ? [part, ''] : [part.slice(0, blank), part.slice(blank + 1).trim()]
}
