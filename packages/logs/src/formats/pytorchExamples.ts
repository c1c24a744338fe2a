import type { LogFormat } from '../format.ts'
import { readCountAt } from '../text/readCount.ts'
import { readNumber } from '../text/readNumber.ts'
import { lineFormat } from './lineFormat.ts'

const head = 'Epoch: ['

/**
 * The lines of PyTorch's ImageNet example, which many programs copied:
 *
 * `Epoch: [0][  10/391]\tTime  4.268 ( 4.268)\tLoss 3.4360e+00 (3.4360e+00)\tAcc@1   3.12 (  3.12)`
 *
 * What stands in brackets is the mean over the epoch so far, named `Loss_avg`. `batch` counts within
 * the epoch, and is no step of the run. Lines of a validation that is going on are not read; its
 * result, ` * Acc@1 69.758 Acc@5 89.078`, is read in `metricLogger.ts`.
 */
export const pytorchExamples: LogFormat = lineFormat({
  name: 'pytorch_examples',
  marks: [head],
  readLine(text) {
    const at = text.indexOf(head)
    const epoch = at === -1 ? null : readCountAt(text, at + head.length)
    if (epoch === null || !text.startsWith('][', epoch.end)) return null
    const batch = readCountAt(text, epoch.end + 2)
    if (batch === null || text[batch.end] !== '/') return null
    const close = text.indexOf(']', batch.end)
    const metrics = close === -1 ? [] : readList(text.slice(close + 1))
    if (metrics.length === 0) return null
    return { phase: 'train', epoch: epoch.value, metrics: [['batch', batch.value], ...metrics] }
  },
})

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
      metrics.push([name, value])
      valued = name
      name = null
    } else if (valued !== null) {
      metrics.push([`${valued}_avg`, value])
      valued = null
    }
  }
  return metrics
}
