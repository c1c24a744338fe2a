import type { LogFormat } from '../format.ts'
import { splitPairs } from '../text/keyValues.ts'
import { readNumber } from '../text/readNumber.ts'
import { lineFormat } from './lineFormat.ts'

/**
 * The lines of PyTorch-Ignite's examples, which many scripts copied: means over a whole set.
 *
 * `Training Results - Epoch: 1 Avg accuracy: 0.91 Avg loss: 0.29`
 * `Validation Results - Epoch[1] Avg accuracy: 0.92 Avg loss: 0.27`
 */
export const ignite: LogFormat = lineFormat({
  name: 'ignite',
  marks: [' Results - Epoch'],
  readLine(text) {
    const match = head.exec(text)
    if (match === null) return null
    const metrics = new Map<string, number>()
    const fields = text.slice(match.index + match[0].length)
    for (const [name, value] of splitPairs(fields, { between: 'Avg ', sign: ':' })) {
      const number = readNumber(value)
      if (number !== null) metrics.set(`Avg ${name}`, number)
    }
    const phase = match[1] === 'Training' ? 'train' : 'eval'
    return metrics.size === 0 ? null : { phase, epoch: Number(match[2]), metrics }
  },
})

const head = /(Training|Validation|Test) Results - Epoch(?:: |\[)(\d+)\]?/
