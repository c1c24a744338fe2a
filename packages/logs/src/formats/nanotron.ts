import type { LogFormat } from '../format.ts'
import { splitPairs, type Pair } from '../text/keyValues.ts'
import { findCount, readCountAt } from '../text/readCount.ts'
import { skipBlanks } from '../text/readNumber.ts'
import { readMeasure } from '../text/readNamed.ts'
import { lineFormat } from './lineFormat.ts'

/**
 * The lines of nanotron, with three digits and a letter for thousands:
 *
 * `[INFO|DP=0|PP=0|TP=0]: iteration: 1 / 15 | consumed_tokens: 262K | tokens_per_sec: 1.04M | lm_loss: 5.32 | lr: 0.00015`
 *
 * Values are written out: `consumed_tokens` of this line is 262000.
 */
export const nanotron: LogFormat = lineFormat({
  name: 'nanotron',
  marks: [': iteration: '],
  readLine(text) {
    const step = findCount(text, 'iteration:')
    if (step === null) return null
    const slash = skipBlanks(text, step.end)
    const total = text[slash] === '/' ? readCountAt(text, slash + 1) : null
    if (total === null || !text.startsWith(' | ', total.end)) return null
    const metrics = splitPairs(text.slice(total.end), { between: ' | ', sign: ':' })
    return { phase: 'train', step: step.value, metrics: metrics.flatMap(readPair) }
  },
})

const scales: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['K', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
])

function readPair([name, written]: Pair): [string, number][] {
  const measure = readMeasure(written)
  const scale = measure === null ? undefined : scales.get(measure.unit)
  // Rounded to what a letter leaves exact: 4.71 times 1000 is not 4710 in binary.
  return measure === null || scale === undefined
    ? []
    : [[name, scale === 1 ? measure.value : Number((measure.value * scale).toPrecision(12))]]
}
