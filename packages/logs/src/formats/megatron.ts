import type { LogFormat, LogLine } from '../format.ts'
import type { LogRecord } from '../record.ts'
import { findCount } from '../text/readCount.ts'
import { digitsEnd, readNumber, skipBlanks } from '../text/readNumber.ts'
import { isUnit, readMeasure, readNamed } from '../text/readNamed.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'

/**
 * The lines of Megatron-LM and its forks, Megatron-DeepSpeed and GPT-NeoX among them:
 *
 * ` iteration        1/     500 | consumed samples:           16 | lm loss: 1.26E+01 | grad norm: 20.2 |`
 *
 * ` validation loss at iteration 500 | lm loss value: 6.3E+00 | lm loss PPL: 5.5E+02 |`
 *
 * `steps: 1 loss: 12.6360 iter time (s): 15.161 samples/sec: 1.055`
 *
 * Which keys there are differs by fork; `lm loss` is absent where an iteration was skipped. Where
 * losses are logged every few iterations they are the mean over these. The third line is DeepSpeed's
 * own, with fewer digits: it is left out where a line of the first kind tells of the same step.
 */
export const megatron: LogFormat = {
  name: 'megatron',
  marks: ['iteration ', 'validation loss at ', ' results at ', 'samples/sec: '],
  createReader() {
    const write = createRecordWriter()
    let held: readonly LogRecord[] = []
    let iteration: number | null = null
    let isTaken = false

    const release = (): readonly LogRecord[] => {
      const records = held.filter(({ step }) => step !== iteration)
      held = []
      return records
    }

    const readHeld = (line: LogLine): readonly LogRecord[] => {
      const reading = readEngineLine(line.text)
      isTaken = reading !== null
      if (reading === null) return []
      const released = release()
      held = write(reading, line)
      return released
    }

    return {
      read(line) {
        const training = readIteration(line.text)
        const reading = training ?? readValidation(line.text)
        if (reading === null) return readHeld(line)
        if (training !== null) iteration = training.step
        const released = release()
        return [...released, ...write(reading, line)]
      },
      hasTaken: () => isTaken,
      end: release,
    }
  },
}

interface TrainingReading extends LineReading {
  readonly step: number
}

function readIteration(text: string): TrainingReading | null {
  const place = findCount(text, 'iteration ')
  // NeMo writes `Training epoch 0, iteration 120/149 | …`.
  if (place === null || text.slice(0, place.from).trimEnd().endsWith(',')) return null
  const slash = skipBlanks(text, place.end)
  if (text[slash] !== '/') return null
  const total = skipBlanks(text, slash + 1)
  const bar = skipBlanks(text, digitsEnd(text, total))
  if (bar === total || text[bar] !== '|') return null
  const metrics = [...readSpeed(text, place.from), ...readParts(text.slice(bar + 1))]
  return metrics.length === 0 ? null : { phase: 'train', step: place.value, metrics }
}

/** GPT-NeoX writes `samples/sec: 12.3 | iteration …`. */
function readSpeed(text: string, end: number): [string, number][] {
  const at = text.lastIndexOf('samples/sec:', end)
  return at === -1 ? [] : readParts(text.slice(at, end))
}

/** GPT-NeoX writes the second. */
const validationHeads = ['validation loss at ', 'validation results at ', 'test results at ']

function readValidation(text: string): LineReading | null {
  const at = validationHeads.map((head) => text.indexOf(head)).find((place) => place !== -1)
  const bar = at === undefined ? -1 : text.indexOf('|', at)
  if (bar === -1) return null
  const step = findCount(text.slice(at, bar), 'iteration ')?.value ?? null
  const metrics = readParts(text.slice(bar + 1))
  return metrics.length === 0 ? null : { phase: 'eval', step, metrics }
}

/** `lm loss: 1.26E+01 | learning rate 2.0E-07 | elapsed time per iteration (ms): 15165.9 |`. */
function readParts(text: string): [string, number][] {
  return text.split('|').flatMap((part): [string, number][] => {
    const colon = colonOutsideBrackets(part)
    if (colon === -1) {
      const named = readNamed(part)
      return named === null ? [] : [[named.name, named.value]]
    }
    const name = part.slice(0, colon).trim()
    const measure = readMeasure(part.slice(colon + 1))
    const isNumber = measure !== null && isUnit(measure.unit)
    return isNumber && name !== '' ? [[name, measure.value]] : []
  })
}

function colonOutsideBrackets(text: string): number {
  const first = text.indexOf(':')
  if (first === -1 || text.lastIndexOf('(', first) === -1) return first
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    else if (text[at] === ')') depth -= 1
    else if (text[at] === ':' && depth <= 0) return at
  }
  return -1
}

const engineNames = ['loss', 'iter time (s)', 'samples/sec']

function readEngineLine(text: string): LineReading | null {
  const step = findCount(text, 'steps:')
  if (step === null || !text.startsWith(' loss: ', step.end)) return null
  const metrics = engineNames.flatMap((name): [string, number][] => {
    const at = text.indexOf(` ${name}: `, step.end)
    const [word = ''] = at === -1 ? [] : text.slice(at + name.length + 3).split(' ', 1)
    const value = readNumber(word)
    return value === null ? [] : [[name, value]]
  })
  return { phase: 'train', step: step.value, metrics }
}
