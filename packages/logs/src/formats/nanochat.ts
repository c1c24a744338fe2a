import { splitPairs, type Pair } from '../text/keyValues.ts'
import { readCountAt } from '../text/readCount.ts'
import { readNumber } from '../text/readNumber.ts'
import { readMeasure, withUnit } from '../text/readNamed.ts'
import type { LineReading } from './lineFormat.ts'

const head = /[Ss]tep (\d{1,12})(?:\/\d{1,12})?(?: \(\d{1,3}\.\d{1,4}%\))? \| /

/**
 * Returns what a line of nanochat says, or `null` where it is none:
 *
 * `step 00010/21400 (0.05%) | loss: 10.1 | lrm: 1.00 | dt: 2345.12ms | tok/sec: 1,123,456 | epoch: 1 pq: 0 rg: 1 | total time: 0.12m`
 *
 * `Step 00010/00700 | Training loss: 1.2| lrm: 0.9| num_tokens: 12,345`, of fine-tuning
 *
 * `Step 00250 | Validation bpb: 1.09`, `Step 02000 | CORE metric: 0.12`
 */
export function readNanochat(text: string): LineReading | null {
  const match = head.exec(text)
  if (match === null) return null
  const list = text.slice(match.index + match[0].length)
  const pairs = splitPairs(list, { between: '|', sign: ': ' })
  const first = pairs[0]?.[0] ?? ''
  const isEvaluation = evaluations.has(first) && !list.includes('|')
  if (!isEvaluation && !(losses.has(first) && pairs.length > 1)) return null
  const metrics = pairs.flatMap(readPair)
  if (metrics[0]?.[0] !== first) return null
  const epoch = pairs.find(([name]) => name === 'epoch')?.[1] ?? ''
  return {
    phase: isEvaluation ? 'eval' : 'train',
    step: Number(match[1]),
    epoch: readCountAt(epoch, 0)?.value ?? null,
    metrics,
  }
}

const losses: ReadonlySet<string> = new Set(['loss', 'Training loss'])
const evaluations: ReadonlySet<string> = new Set([
  'Validation bpb',
  'Validation loss',
  'CORE metric',
])

/** What tells the place, or guesses the time that is left. */
const notMetrics: ReadonlySet<string> = new Set(['epoch', 'eta'])

function readPair([name, written]: Pair): [string, number][] {
  const value = readNumber(written)
  if (notMetrics.has(name)) return []
  if (value !== null) return [[name, value]]
  const measure = readMeasure(written)
  const isUnit = measure !== null && /^[a-zA-Z]{1,3}$/.test(measure.unit)
  return isUnit ? [[withUnit(name, measure.unit), measure.value]] : []
}
