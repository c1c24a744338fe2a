import type { LogFormat } from '../format.ts'
import { splitPairs, type Pair } from '../text/keyValues.ts'
import { findCount } from '../text/readCount.ts'
import { readNumber } from '../text/readNumber.ts'
import { unwrapNumpy } from '../text/unwrapNumpy.ts'
import { lineFormat } from './lineFormat.ts'

/**
 * The lines that verl prints, one to a step:
 *
 * `step:1 - actor/pg_loss:0.001 - actor/lr:0.000 - critic/score/mean:-0.016`
 *
 * `step:0 - val-core/openai/gsm8k/acc/mean@1:0.508`
 *
 * A line with results of validation alone is an evaluation; where they stand beside those of
 * training, it is one of training. Old versions print three decimals, so that a learning rate is 0.
 */
export const verl: LogFormat = lineFormat({
  name: 'verl',
  marks: ['step:'],
  readLine(text) {
    const step = findCount(text, 'step:')
    if (step === null || !text.startsWith(' - ', step.end)) return null
    const pairs = splitPairs(text.slice(step.end), { between: ' - ', sign: ':' })
    const metrics = pairs.flatMap(readPair)
    const isEvaluation = pairs.some(isValidation) && !pairs.some(isTraining)
    return { phase: isEvaluation ? 'eval' : 'train', step: step.value, metrics }
  },
})

function isValidation([name]: Pair): boolean {
  return name.startsWith('val-') || name.startsWith('val/')
}

function isTraining([name]: Pair): boolean {
  return ['actor/', 'critic/', 'train/'].some((head) => name.startsWith(head))
}

function readPair([name, written]: Pair): [string, number][] {
  const value = readNumber(unwrapNumpy(written))
  return value === null || name.includes(' ') ? [] : [[name, value]]
}
