import type { LogFormat } from '../format.ts'
import { readLeadingNumber } from '../text/readNumber.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'

/**
 * Flair's lines of training and of the sets that it is tried on after each epoch.
 *
 * `2024-05-01 12:00:00,000 epoch 1 - iter 77/773 - loss 3.10 - time (sec): 45.25 - lr: 0.000001`
 * `2024-05-01 12:05:00,000 EPOCH 1 done: loss 1.2067 - lr: 0.000005`
 * `2024-05-01 12:06:00,000 DEV : loss 0.25 - f1-score (micro avg)  0.8825`
 * `2018-11-15 15:36:59,575 TEST: f-score 0.25 - acc 0.5`, in old versions
 *
 * The mean of an epoch is of the phase `summary`. Names of the other sets begin with the set.
 */
export const flair: LogFormat = {
  name: 'flair',
  marks: [' - iter ', ' done: loss ', 'DEV : ', 'DEV  : ', 'TEST : ', 'TEST: ', 'TRAIN : '],
  createReader() {
    const write = createRecordWriter()
    let epoch: number | null = null
    return {
      read(line) {
        const training = readTraining(line.text)
        epoch = training?.epoch ?? epoch
        const reading = training ?? readSet(line.text, epoch)
        return reading === null ? [] : write(reading, line)
      },
    }
  },
}

const windowHead = /epoch (\d+) - iter (\d+)\/\d+ - loss /
const epochHead = /EPOCH (\d+) done: loss /
const setHead = /(?:^|\s)(DEV|TEST|TRAIN) {0,2}: (?=loss |f-score )/

function readTraining(text: string): LineReading | null {
  const window = windowHead.exec(text)
  const match = window ?? epochHead.exec(text)
  if (match === null) return null
  const batch = window === null ? [] : [['batch', Number(window[2])] as const]
  const metrics = [...batch, ...readFields(behind(text, match))]
  return { phase: window === null ? 'summary' : 'train', epoch: Number(match[1]), metrics }
}

function readSet(text: string, epoch: number | null): LineReading | null {
  const match = setHead.exec(text)
  if (match === null) return null
  const fields = readFields(text.slice(match.index + match[0].length))
  const metrics = fields.map(([name, value]) => [`${match[1]} ${name}`, value] as const)
  return { phase: 'eval', epoch, metrics }
}

/** The fields from the loss on, which the head ends with. */
function behind(text: string, match: RegExpExecArray): string {
  return text.slice(match.index + match[0].length - 'loss '.length)
}

/** `loss 3.10 - time (sec): 45.25 - f1-score (micro avg)  0.8825`: a number behind its name. */
function readFields(text: string): (readonly [name: string, value: number])[] {
  return text.split(' - ').flatMap((field) => {
    const trimmed = field.trim()
    const blank = trimmed.lastIndexOf(' ')
    const name = trimmed.slice(0, Math.max(blank, 0)).trimEnd()
    const value = readLeadingNumber(trimmed.slice(blank + 1))
    if (value === null || name === '') return []
    return [[name.endsWith(':') ? name.slice(0, -1) : name, value] as const]
  })
}
