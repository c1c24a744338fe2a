import type { LogFormat } from '../format.ts'
import { splitPairs } from '../text/keyValues.ts'
import { findCount, readCountAt, type FoundCount } from '../text/readCount.ts'
import { readNumber } from '../text/readNumber.ts'
import { unwrapNumpy } from '../text/unwrapNumpy.ts'
import { lineFormat } from './lineFormat.ts'

const trainHead = 'completed step:'
const evaluationHeads = ['eval metrics after step:', 'verage loss after step=']

/**
 * The lines of MaxText and MaxDiffusion:
 *
 * `completed step: 1, seconds: 24.9, TFLOP/s/device: 0.8, Tokens/s/device: 164.2, total_weights: 6965, loss: 0.693`
 *
 * `eval metrics after step: 10, loss=3.5, total_weights=1234.0`, and before 2025
 *
 * `average loss after step=10: eval_step_count=5, eval_loss=3.5, total_weights=1234.0`
 *
 * Steps count from 0. The time of the first two holds the compilation, and that of the next may be
 * nearly nothing, since work is handed out and not waited for. `total_weights` counts tokens.
 */
export const maxtext: LogFormat = lineFormat({
  name: 'maxtext',
  marks: [trainHead, ...evaluationHeads],
  readLine(text) {
    const train = findCount(text, trainHead)
    const step = train ?? findEvaluation(text)
    if (step === null) return null
    // Old versions write a colon or a comma behind the step of an evaluation.
    const list = text.slice(step.end).replace(/^[:,]/, '')
    const sign = train === null ? '=' : ':'
    const metrics = splitPairs(list, { between: ',', sign }).flatMap(
      ([name, written]): [string, number][] => {
        const value = readNumber(unwrapNumpy(written))
        return value === null || name === 'step' ? [] : [[name, value]]
      },
    )
    return { phase: train === null ? 'eval' : 'train', step: step.value, metrics }
  },
})

function findEvaluation(text: string): FoundCount | null {
  const found = evaluationHeads.map((head) => {
    const at = text.indexOf(head)
    return at === -1 ? null : readCountAt(text, at + head.length)
  })
  return found.find((step) => step !== null) ?? null
}
