import type { LogFormat } from '../format.ts'
import { findCount } from '../text/readCount.ts'
import { readNamed, withUnit } from '../text/readNamed.ts'
import { lineFormat } from './lineFormat.ts'

/**
 * The lines of fine-tuning with mlx-lm and mlx-vlm; an `Iter` is a step.
 *
 * `Iter 10: Train loss 2.04, Learning Rate 2.000e-08, It/sec 1.472, Tokens/sec 67.707, Trained Tokens 1656, Peak mem 5.094 GB`
 * `Iter 1: Val loss 2.659, Val took 27.4s`
 */
export const mlx: LogFormat = lineFormat({
  name: 'mlx',
  marks: [': Train loss ', ': Val loss '],
  readLine(text) {
    const step = findCount(text, 'Iter ')
    if (step === null) return null
    const heads = [': Train loss ', ': Val loss ']
    const head = heads.find((words) => text.startsWith(words, step.end))
    if (head === undefined) return null
    const metrics = text
      .slice(step.end + 1)
      .split(', ')
      .flatMap((part): [string, number][] => {
        const named = readNamed(part)
        return named === null ? [] : [[withUnit(named.name, named.unit), named.value]]
      })
    // The loss must be a number, and stand first.
    if (metrics[0]?.[0] !== head.slice(2).trimEnd()) return null
    return { phase: head === heads[0] ? 'train' : 'eval', step: step.value, metrics }
  },
})
