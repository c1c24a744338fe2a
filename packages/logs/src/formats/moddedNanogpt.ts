import type { LogFormat } from '../format.ts'
import { findCount } from '../text/readCount.ts'
import { digitsEnd } from '../text/readNumber.ts'
import { readMeasure, withUnit } from '../text/readNamed.ts'
import { lineFormat } from './lineFormat.ts'

/**
 * The lines of modded-nanogpt:
 *
 * `step:0/1530 val_loss:10.82 train_time:0ms step_avg:nanms`
 *
 * `step:2/1530 train_loss:10.07 train_time:31724ms step_avg:nanms`, since 2025 without a loss
 *
 * Units: `train_time_ms` is what training took so far, without evaluations. The source of the
 * program stands at the head of such a log; its lines name no numbers, and are not read.
 */
export const moddedNanogpt: LogFormat = lineFormat({
  name: 'modded_nanogpt',
  marks: ['train_time:'],
  readLine(text) {
    const step = findCount(text, 'step:')
    if (step === null || text[step.end] !== '/' || isQuoted(text, step.from)) return null
    const total = digitsEnd(text, step.end + 1)
    if (total === step.end + 1 || text[total] !== ' ') return null
    const metrics = readWords(text.slice(total))
    const names = metrics.map(([name]) => name)
    const isEvaluation = names.includes('val_loss') && !names.includes('train_loss')
    return { phase: isEvaluation ? 'eval' : 'train', step: step.value, metrics }
  },
})

/** A comment or a text of a program may show such a line. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at)
  return ['#', '"', "'", '`'].some((sign) => before.includes(sign))
}

function readWords(text: string): [string, number][] {
  return text.split(' ').flatMap((word): [string, number][] => {
    const colon = word.indexOf(':')
    const measure = colon < 1 ? null : readMeasure(word.slice(colon + 1))
    if (measure === null || !knownUnits.has(measure.unit)) return []
    return [[withUnit(word.slice(0, colon), measure.unit), measure.value]]
  })
}

const knownUnits: ReadonlySet<string> = new Set(['', 'ms', 's', '%'])
