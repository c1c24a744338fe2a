import type { LogContext, LogFormat, LogReader } from '../format.ts'
import type { LogPhase } from '../record.ts'
import { splitPairs, type Pair } from '../text/keyValues.ts'
import { readMeasure } from '../text/readNamed.ts'
import { readEpochHeader } from './epochHeader.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'
import { createResultTable } from './lightningTable.ts'

/**
 * What Lightning's `test` and `validate` print in the end, and the lines of scripts around it:
 *
 * `│        test_loss        │    0.0924    │`, under a head with `Test metric` and `DataLoader 0`
 * `Train Loss: 6.4938 - Train Perplexity: 661.02`, then a line of `Valid Loss`, then
 * `Time: 122.57s - LR: 9.94e-05`, all of them under `Epoch 2/20`
 *
 * Nothing is read from bars: their numbers are rounded, and those of a validation are often of the
 * one before.
 */
export const lightning: LogFormat = {
  name: 'lightning',
  marks: ['Test metric', 'Validate metric', 'Epoch ', ' Loss: ', 'Time: ', 'v_num='],
  standsBeside: true,
  createReader: createLightningReader,
}

function createLightningReader({ addNotice }: LogContext): LogReader {
  const write = createRecordWriter()
  const table = createResultTable(write)
  let epoch: number | null = null
  let isInEpoch = false

  const readLine = (text: string): LineReading | null => {
    const header = readEpochHeader(text)
    epoch = header ?? epoch
    const reading = readLosses(text, epoch) ?? (isInEpoch ? readTime(text, epoch) : null)
    isInEpoch = reading !== null && reading.phase !== 'summary'
    return reading
  }

  return {
    wantsAll: () => table.isOpen(),
    read(line) {
      if (table.isOpen() || table.isHead(line.text)) return table.read(line)
      if (line.text.includes('v_num=')) {
        addNotice('metrics-in-bar', barMessage, line.number)
        return []
      }
      const reading = readLine(line.text)
      return reading === null ? [] : write(reading, line)
    },
    end: () => table.end(),
  }
}

const barMessage =
  'Progress bars carry metrics, which are rounded and often out of date: none were read from them. Log to a file, such as with CSVLogger.'

const sets: readonly (readonly [prefix: string, phase: LogPhase])[] = [
  ['Train ', 'train'],
  ['Valid ', 'eval'],
  ['Validation ', 'eval'],
  ['Val ', 'eval'],
]

/** `Train Loss: 6.4938 - Train Perplexity: 661.02`: all of one set, the loss first. */
function readLosses(text: string, epoch: number | null): LineReading | null {
  const pairs = splitPairs(text, { between: ' - ', sign: ': ' })
  const first = pairs[0]?.[0] ?? ''
  const set = sets.find(([prefix]) => first === `${prefix}Loss`)
  if (set === undefined || pairs.some(([name]) => !name.startsWith(set[0]))) return null
  return readPairs(pairs, set[1], epoch)
}

/** `Time: 122.57s - LR: 9.94e-05`: about the epoch as a whole. */
function readTime(text: string, epoch: number | null): LineReading | null {
  const pairs = splitPairs(text, { between: ' - ', sign: ': ' })
  const isTime = pairs.length > 1 && pairs[0]?.[0] === 'Time' && pairs[1]?.[0] === 'LR'
  return isTime ? readPairs(pairs, 'summary', epoch) : null
}

function readPairs(
  pairs: readonly Pair[],
  phase: LogPhase,
  epoch: number | null,
): LineReading | null {
  const metrics = new Map<string, number>()
  for (const [name, text] of pairs) {
    const measure = readMeasure(text)
    // A unit may follow; `0.5 Acc: 0.8` is a list of another form.
    if (measure === null || !/^[a-z%]{0,3}$/.test(measure.unit)) return null
    metrics.set(name, measure.value)
  }
  return { phase, epoch, metrics }
}
