import type { LogFormat } from '../format.ts'
import { findCount } from '../text/readCount.ts'
import { readNumber } from '../text/readNumber.ts'
import { lineFormat } from './lineFormat.ts'

/**
 * The lines that torchtune's loggers write, on the console and to disk:
 *
 * `Step 1 | loss:2.08 lr:2e-05 tokens_per_second_per_gpu:57.5`
 *
 * Steps count from 0 in old versions and from 1 in new ones. `gpu_resources` is in bytes.
 */
export const torchtune: LogFormat = lineFormat({
  name: 'torchtune',
  marks: ['Step '],
  readLine(text) {
    const step = findCount(text, 'Step ')
    if (step === null || !text.startsWith(' | ', step.end)) return null
    const metrics = readWords(text.slice(step.end + 3))
    if (metrics === null) return null
    const isEvaluation = metrics.every(([name]) => name.startsWith('val_') || name === 'val')
    return { phase: isEvaluation ? 'eval' : 'train', step: step.value, metrics }
  },
})

/** `loss:2.08 lr:2e-05`, or `null` where one word is of another form or the first no number. */
function readWords(text: string): [string, number][] | null {
  const metrics: [string, number][] = []
  for (const word of text.split(' ')) {
    if (word === '') continue
    const colon = word.lastIndexOf(':')
    const value = colon < 1 ? null : readNumber(word.slice(colon + 1))
    if (value === null) return null
    metrics.push([word.slice(0, colon), value])
  }
  return metrics.length === 0 ? null : metrics
}
