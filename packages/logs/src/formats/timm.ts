import type { LogFormat } from '../format.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'
import { readValueAndMean, setValueAndMean } from './runningMean.ts'

/**
 * The console of timm's `train.py`: the number of the moment, and the mean so far in brackets.
 *
 * `Train: 0 [   0/1251 (  0%)]  Loss: 6.95 (6.95)  Time: 4.3s, 238.10/s  (4.3s, 238.10/s)  LR: 1.0e-06`
 * `Test: [  48/48]  Time: 0.2 (0.3)  Loss:  0.6 (0.9)  Acc@1: 88.0 (76.1)  Acc@5: 96.0 (93.0)`
 *
 * Of a test only the last line is read, and of it the means: the rest is about single batches. It
 * belongs to the epoch of the training before it. `Test (EMA)` gives names such as `Acc@1 (EMA)`.
 */
export const timm: LogFormat = {
  name: 'timm',
  marks: ['Train: ', 'Test'],
  createReader() {
    const write = createRecordWriter()
    let epoch: number | null = null
    let isTaken = false
    return {
      // The lines of a running test.
      hasTaken: () => isTaken,
      read(line) {
        const train = readTraining(line.text)
        epoch = train?.epoch ?? epoch
        const reading = train ?? readTest(line.text, epoch)
        isTaken = testHead.test(line.text)
        return reading === null ? [] : write(reading, line)
      },
    }
  },
}

const trainHead = /Train: (\d+) \[ *\d+\/ *\d+ \( *\d+%\)\] +/
const testHead = /Test(?: (\(EMA\)))?: \[ *(\d+)\/ *(\d+)\] +/

function readTraining(text: string): LineReading | null {
  const match = trainHead.exec(text)
  if (match === null) return null
  const metrics = new Map<string, number>()
  for (const [name, value] of readFields(text.slice(match.index + match[0].length))) {
    setValueAndMean(metrics, name, value)
  }
  return metrics.has('Loss') ? { phase: 'train', epoch: Number(match[1]), metrics } : null
}

function readTest(text: string, epoch: number | null): LineReading | null {
  const match = testHead.exec(text)
  if (match === null || match[2] !== match[3]) return null
  const suffix = match[1] === undefined ? '' : ` ${match[1]}`
  const metrics = new Map<string, number>()
  for (const [name, value] of readFields(text.slice(match.index + match[0].length))) {
    const mean = readValueAndMean(value)?.mean ?? null
    if (mean !== null && name !== 'Time') metrics.set(`${name}${suffix}`, mean)
  }
  return { phase: 'eval', epoch, metrics }
}

const field = /(?:^|\s)([A-Za-z][\w@]*): +/g

/** The text behind each `name:`, up to the next one. */
function readFields(text: string): readonly (readonly [name: string, value: string])[] {
  const heads = [...text.matchAll(field)]
  return heads.map((head, index) => {
    const from = head.index + head[0].length
    return [head[1] ?? '', text.slice(from, heads[index + 1]?.index).trim()] as const
  })
}
