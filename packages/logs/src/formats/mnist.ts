import type { LogFormat } from '../format.ts'
import { findNumbers } from '../text/keyValues.ts'
import { readLeadingNumber } from '../text/readNumber.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'

/**
 * The lines of PyTorch's MNIST example, which very many first scripts copied:
 *
 * `Train Epoch: 1 [640/60000 (1%)]	Loss: 2.213470`
 * `Test set: Average loss: 0.0506, Accuracy: 9832/10000 (98%)`
 *
 * `sample` counts within the epoch, and is no step of the run. The accuracy is the share that the two
 * counts make, since the percentage is rounded to a whole one. A test belongs to the epoch above it.
 */
export const mnist: LogFormat = {
  name: 'mnist',
  marks: ['Train Epoch: ', ' set: Average loss: '],
  isGeneric: true,
  createReader() {
    const write = createRecordWriter()
    let epoch: number | null = null
    return {
      read(line) {
        const training = readTraining(line.text)
        epoch = training?.epoch ?? epoch
        const reading = training ?? readTest(line.text, epoch)
        return reading === null ? [] : write(reading, line)
      },
    }
  },
}

const trainHead = /Train Epoch: (\d+) \[ *(\d+)\/ *\d+ \( *[\d.]+%\)\]/
const testHead = /(?:Test|Validation) set: Average loss: /
const share = /Accuracy: (\d+)\/(\d+)/

function readTraining(text: string): LineReading | null {
  const match = trainHead.exec(text)
  if (match === null) return null
  const numbers = findNumbers(text.slice(match.index + match[0].length), ':')
  const metrics = numbers.map(({ name, value }) => [name, value] as const)
  if (!metrics.some(([name]) => name.toLowerCase().endsWith('loss'))) return null
  const sample = ['sample', Number(match[2])] as const
  return { phase: 'train', epoch: Number(match[1]), metrics: [sample, ...metrics] }
}

function readTest(text: string, epoch: number | null): LineReading | null {
  const match = testHead.exec(text)
  if (match === null) return null
  const rest = text.slice(match.index + match[0].length)
  const loss = readLeadingNumber(rest)
  if (loss === null) return null
  const [, right, total] = share.exec(rest) ?? []
  const metrics: [string, number][] = [['Average loss', loss]]
  if (Number(total) > 0) metrics.push(['Accuracy', Number(right) / Number(total)])
  return { phase: 'eval', epoch, metrics }
}
