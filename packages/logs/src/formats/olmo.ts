import type { LogFormat, LogLine, LogReader } from '../format.ts'
import type { LogRecord } from '../record.ts'
import { findCount, readCountAt } from '../text/readCount.ts'
import { readNumber } from '../text/readNumber.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'

/**
 * The blocks that OLMo prints: a head and an indented line for each metric.
 *
 * `2024-05-01 12:00:00.000 host:0 olmo.train:967 INFO [step=10/739328,epoch=0]`
 *
 * `    train/CrossEntropyLoss=11.40` …
 *
 * A block whose names all begin with `eval/` is an evaluation. It is a record once it is over.
 */
export const olmo: LogFormat = {
  name: 'olmo',
  marks: ['[step='],
  createReader: createBlockReader,
}

interface Block extends LineReading {
  readonly line: LogLine
  readonly metrics: [string, number][]
}

function createBlockReader(): LogReader {
  const write = createRecordWriter()
  let block: Block | null = null
  let isTaken = false
  const finish = (): LogRecord[] => {
    const records = block === null ? [] : write({ ...block, phase: phaseOf(block) }, block.line)
    block = null
    return records
  }
  return {
    read(line) {
      const metric = block === null ? null : readMetric(line.text)
      isTaken = metric !== null
      if (metric !== null) {
        block?.metrics.push(metric)
        return []
      }
      const records = finish()
      block = readHead(line)
      return records
    },
    wantsAll: () => block !== null,
    hasTaken: () => isTaken,
    end: finish,
  }
}

function phaseOf({ metrics }: Block): 'train' | 'eval' {
  return metrics.every(([name]) => name.startsWith('eval/')) ? 'eval' : 'train'
}

function readHead(line: LogLine): Block | null {
  const text = line.text.trimEnd()
  const step = findCount(text, '[step=')
  if (step === null || text[step.end] !== '/' || !text.endsWith(']')) return null
  const at = text.indexOf(',epoch=', step.end)
  const epoch = at === -1 ? null : readCountAt(text, at + ',epoch='.length)
  return { phase: 'train', step: step.value, epoch: epoch?.value ?? null, line, metrics: [] }
}

function readMetric(text: string): [string, number] | null {
  const sign = text.startsWith('    ') ? text.indexOf('=') : -1
  const name = sign === -1 ? '' : text.slice(4, sign)
  const value = name === '' || name.startsWith(' ') ? null : readNumber(text.slice(sign + 1))
  return value === null ? null : [name, value]
}
