import type { LogFormat } from '../format.ts'
import { readNumber } from '../text/readNumber.ts'
import { lineFormat } from './lineFormat.ts'

/**
 * The lines of PyTorch's ImageNet example, and of Swin Transformer, which many programs copied:
 *
 * `Epoch: [0][  10/391]\tTime  4.268 ( 4.268)\tLoss 3.4360e+00 (3.4360e+00)\tAcc@1   3.12 (  3.12)`
 *
 * `INFO Train: [0/300][10/1251]\teta 1:36:50 lr 0.000001\ttime 4.6446 (4.6446)\tloss 6.9564 (6.9564)\tmem 8973MB`
 *
 * What stands in brackets is the mean over the epoch so far, named `Loss_avg`. `batch` counts within
 * the epoch, and is no step of the run. Lines of a validation that is going on are not read; its
 * result, ` * Acc@1 69.758 Acc@5 89.078`, is read in `metricLogger.ts`.
 */
export const pytorchExamples: LogFormat = lineFormat({
  name: 'pytorch_examples',
  marks: ['Epoch: [', 'Train: ['],
  readLine(text) {
    const match = head.exec(text)
    if (match === null) return null
    const metrics = readList(text.slice(match.index + match[0].length))
    if (metrics.length === 0) return null
    const [, epoch, batch, swinEpoch, swinBatch] = match
    return {
      phase: 'train',
      epoch: Number(epoch ?? swinEpoch),
      metrics: [['batch', Number(batch ?? swinBatch)], ...metrics],
    }
  },
})

const head = /(?:Epoch: \[ *(\d+)\]\[ *(\d+)\/ *\d+\]|Train: \[(\d+)\/\d+\]\[(\d+)\/\d+\])/

/** Reads `Time  4.268 ( 4.268) Loss 3.4e+00 (3.4e+00)`, whatever blanks stand between. */
function readList(text: string): [string, number][] {
  const metrics: [string, number][] = []
  let name: string | null = null
  let valued: string | null = null
  for (const word of text.split(/[\s()]+/)) {
    const value = readNumber(word)
    if (value === null) {
      name = word.endsWith(':') ? word.slice(0, -1) : word
    } else if (name !== null && name !== '') {
      // `eta 1 day, 2:36:50` is no number.
      if (name !== 'eta') metrics.push([name, value])
      valued = name === 'eta' ? null : name
      name = null
    } else if (valued !== null) {
      metrics.push([`${valued}_avg`, value])
      valued = null
    }
  }
  return metrics
}
