import type { LogFormat } from '../format.ts'
import { splitPairs } from '../text/keyValues.ts'
import { findCount } from '../text/readCount.ts'
import { readLeadingNumber, readNumber } from '../text/readNumber.ts'
import { lineFormat, type LineReading } from './lineFormat.ts'

/**
 * The lines of NeMo Automodel:
 *
 * `2026-08-10 15:55:20 | INFO | root | step 9 | epoch 0 | loss 0.69 | grad_norm 1.54 | lr 1.00e-05 | mem 24.90 GiB | tps 11278.56(1409.82/gpu) | num_label_tokens 21541`
 *
 * `… | [val] name "squad" | step 10 | epoch 0 | loss 0.71 | lr 1.00e-05 | num_label_tokens 512`
 *
 * `… | nemo_automodel.recipes.llm.train_eagle1 | epoch=0 step=1070 loss=2.5004 acc=0.3245`
 *
 * Units: `mem` is in GiB, `tps` is of all devices and `tps_per_gpu` of one. Where a validation set
 * has a name, the metrics are named after it.
 */
export const nemoAutomodel: LogFormat = lineFormat({
  name: 'nemo_automodel',
  marks: ['| epoch ', 'nemo_automodel'],
  readLine: (text) => readBars(text) ?? readWords(text),
})

function readBars(text: string): LineReading | null {
  const step = findCount(text, 'step ')
  if (step === null || !text.startsWith(' | epoch ', step.end)) return null
  const epoch = findCount(text, 'epoch ', step.end)
  if (epoch === null || !text.startsWith(' | ', epoch.end)) return null
  const before = text.slice(0, step.from)
  const isEvaluation = before.includes('[val]')
  const head = isEvaluation ? setName(before) : ''
  const metrics = splitPairs(text.slice(epoch.end), { between: '|', sign: ' ' }).flatMap(readPart)
  return {
    phase: isEvaluation ? 'eval' : 'train',
    step: step.value,
    epoch: epoch.value,
    metrics: metrics.map(([name, value]) => [`${head}${name}`, value] as const),
  }
}

/** `squad/` of `[val] name "squad"`; nothing for the set that has no name of its own. */
function setName(text: string): string {
  const start = text.indexOf('name "')
  const end = start === -1 ? -1 : text.indexOf('"', start + 6)
  const name = end === -1 ? '' : text.slice(start + 6, end)
  return name === '' || name === 'default' ? '' : `${name}/`
}

/** `mem 24.90 GiB`, `tps 11278.56(1409.82/gpu)`. */
function readPart([name, written]: readonly [string, string]): [string, number][] {
  const value = readLeadingNumber(written)
  if (value === null) return []
  const open = written.indexOf('(')
  const share = open !== -1 && written.endsWith('/gpu)') ? written.slice(open + 1) : ''
  const each = readLeadingNumber(share)
  const metric: [string, number] = [name, value]
  return each === null ? [metric] : [metric, [`${name}_per_gpu`, each]]
}

function readWords(text: string): LineReading | null {
  const epoch = findCount(text, 'epoch=')
  const step = epoch === null ? null : findCount(text, 'step=', epoch.end)
  if (epoch === null || step === null || !text.includes('nemo_automodel')) return null
  const pairs = splitPairs(text.slice(step.end), { between: ' ', sign: '=' })
  const metrics = pairs.flatMap(([name, written]): [string, number][] => {
    const value = readNumber(written)
    return value === null ? [] : [[name, value]]
  })
  const isEvaluation = metrics.every(([name]) => name.startsWith('val'))
  return { phase: isEvaluation ? 'eval' : 'train', step: step.value, epoch: epoch.value, metrics }
}
