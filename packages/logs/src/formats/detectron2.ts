import type { LogFormat } from '../format.ts'
import { splitPairs } from '../text/keyValues.ts'
import { readNumber } from '../text/readNumber.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'
import { setValueAndMean } from './runningMean.ts'

/**
 * The console of Detectron2 and of maskrcnn-benchmark before it; losses are medians of a window.
 *
 * `[07/06 16:50:26 d2.utils.events]:  eta: 0:10:00  iter: 19  total_loss: 2.1  lr: 1e-05  max_mem: 3000M`
 * `… maskrcnn_benchmark.trainer INFO: eta: 1:00:00  iter: 20  loss: 1.2 (1.5)  max mem: 3000`
 * `[… d2.evaluation.testing]: copypaste: Task: bbox`, then a line of names, then one of values
 *
 * The lines of an evaluation name no iteration.
 */
export const detectron2: LogFormat = {
  name: 'detectron2',
  marks: [' iter: ', 'copypaste: '],
  createReader() {
    const write = createRecordWriter()
    const readCells = createTableReader()
    return {
      read(line) {
        const at = line.text.indexOf(copyMark)
        const reading =
          at === -1
            ? readIteration(line.text)
            : readCells(line.text.slice(at + copyMark.length).trim())
        return reading === null ? [] : write(reading, line)
      },
    }
  },
}

const copyMark = 'copypaste: '

/** Three lines make a table: the task, its names, its values. */
function createTableReader(): (cells: string) => LineReading | null {
  let task = ''
  let names: readonly string[] = []
  return (cells) => {
    if (cells.startsWith('Task: ')) {
      task = cells.slice('Task: '.length)
      names = []
      return null
    }
    if (names.length > 0) return readValues(names, cells)
    names = cells.split(',').map((name) => `${task}/${name.trim()}`)
    return null
  }
}

function readValues(names: readonly string[], cells: string): LineReading | null {
  const values = cells.split(',').map(readNumber)
  if (values.length !== names.length) return null
  const metrics = new Map<string, number>()
  for (const [index, name] of names.entries()) {
    const value = values[index] ?? null
    if (value !== null) metrics.set(name, value)
  }
  return { phase: 'eval', metrics }
}

function readIteration(text: string): LineReading | null {
  const isKnown = text.includes('eta: ') || text.includes('d2.utils.events')
  const pairs = splitPairs(text.slice(text.indexOf(' iter: ')), { between: '  ', sign: ': ' })
  const [first, ...others] = pairs
  const step = first?.[0] === 'iter' ? readNumber(first[1]) : null
  if (!isKnown || step === null) return null
  const metrics = new Map<string, number>()
  for (const [name, value] of others) setValueAndMean(metrics, name, value)
  const hasLoss = metrics.has('total_loss') || metrics.has('loss')
  return hasLoss ? { phase: 'train', step, metrics } : null
}
