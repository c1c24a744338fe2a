import type { LogFormat } from '../format.ts'
import { splitPairs } from '../text/keyValues.ts'
import { readNumber } from '../text/readNumber.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'
import { setValueAndMean } from './runningMean.ts'

/**
 * The `MetricLogger` of torchvision's references, which DETR, DeiT, MAE and many others copied: the
 * median of a window, and the mean of the epoch so far in brackets.
 *
 * `Epoch: [0]  [  0/391]  eta: 0:10:00  lr: 0.000001  loss: 6.9 (6.9)  time: 4.3  max mem: 5000`
 * `Averaged stats: lr: 0.000001  loss: 6.8 (6.85)`
 * `* Acc@1 72.160 Acc@5 91.120 loss 1.234`
 *
 * The lines of a running test are not read. What stands below an epoch belongs to it.
 */
export const metricLogger: LogFormat = {
  name: 'metric-logger',
  marks: ['Epoch: [', 'Train: [', 'Averaged stats: ', ' Acc@1 ', ' Prec@1 ', 'Test:'],
  createReader() {
    const write = createRecordWriter()
    let epoch: number | null = null
    let isTest = false
    let isTaken = false
    const readLine = (text: string): LineReading | null => {
      const head = epochHead.exec(text)
      if (head === null) return readMeans(text, epoch, isTest) ?? readAccuracies(text, epoch)
      epoch = Number(head[1] ?? head[2])
      isTest = false
      return readTraining(text, epoch)
    }
    return {
      // The lines of a running test.
      hasTaken: () => isTaken,
      read(line) {
        const reading = readLine(line.text)
        isTaken = testHead.test(line.text)
        isTest ||= isTaken
        return reading === null ? [] : write(reading, line)
      },
    }
  },
}

// Swin writes the second; its own lines are read in `pytorchExamples.ts`.
const epochHead = /(?:Epoch: \[(\d+)\]|Train: \[(\d+)\/\d+\]\[)/
const testHead = /Test: +\[ *\d+\/\d+\] +eta: /
// Without the blanks between the brackets it is the line of PyTorch's ImageNet example.
const trainHead = /Epoch: \[\d+\] +\[ *\d+\/\d+\] +/

function readTraining(text: string, epoch: number): LineReading | null {
  const match = trainHead.exec(text)
  if (match === null) return null
  const metrics = readFields(text.slice(match.index + match[0].length))
  return { phase: 'train', epoch, metrics }
}

function readFields(text: string): Map<string, number> {
  const metrics = new Map<string, number>()
  for (const [name, value] of splitPairs(text, { between: '  ', sign: ': ' })) {
    if (name !== 'eta') setValueAndMean(metrics, name, value)
  }
  return metrics
}

const means = 'Averaged stats: '

function readMeans(text: string, epoch: number | null, isTest: boolean): LineReading | null {
  const at = text.indexOf(means)
  if (at === -1) return null
  const metrics = readFields(text.slice(at + means.length))
  return { phase: isTest ? 'eval' : 'summary', epoch, metrics }
}

const accuracies = /\* +(?:Acc|Prec)@1 /

/** `Acc@1 76.130 (23.870) Acc@5 93.000 loss 1.234`: a bracket holds the error. */
function readAccuracies(text: string, epoch: number | null): LineReading | null {
  const match = accuracies.exec(text)
  if (match === null) return null
  const words = text
    .slice(match.index + 1)
    .split(' ')
    .filter((word) => word !== '')
  const metrics = new Map<string, number>()
  for (const [index, name] of words.entries()) {
    const value = readNumber(words[index + 1] ?? '')
    if (value !== null && readNumber(name) === null && !name.startsWith('(')) {
      metrics.set(name, value)
    }
  }
  return metrics.size === 0 ? null : { phase: 'eval', epoch, metrics }
}
