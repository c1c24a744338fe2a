import type { LogFormat, LogLine, LogReader } from '../format.ts'
import type { LogRecord } from '../record.ts'
import { findCount, readCountAt } from '../text/readCount.ts'
import { readNumber } from '../text/readNumber.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'

/**
 * The blocks that Composer prints, and LLM-Foundry with it: a head and a line for each metric.
 *
 * `[batch=10/4800]:` or `[epoch=1][batch=10/100]:`
 *
 * `	 Train loss/train/total: 3.4` …
 *
 * `[Eval batch=100/100] Eval on c4 data:`
 *
 * `	 Eval metrics/eval/LanguageCrossEntropy: 3.5` …
 *
 * The batch is the step where it counts the whole run, and not within an epoch. An evaluation names
 * no step. A block is a record once the next one begins, or the log ends.
 */
export const composer: LogFormat = {
  name: 'composer',
  marks: ['batch=', '\t Train ', '\t Eval '],
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
  const finish = (): readonly LogRecord[] => {
    const records = block === null ? [] : write(block, block.line)
    block = null
    return records
  }
  return {
    read(line) {
      const head = readHead(line)
      isTaken = head !== null
      if (head === null) {
        const metrics = block === null ? [] : readMetric(line.text, block.phase)
        block?.metrics.push(...metrics)
        isTaken = metrics.length > 0
        return []
      }
      const records = finish()
      block = head
      return records
    },
    hasTaken: () => isTaken,
    end: finish,
  }
}

function readHead(line: LogLine): Block | null {
  const { text } = line
  if (!text.trimEnd().endsWith(':')) return null
  if (findCount(text, '[Eval batch=') !== null) return { phase: 'eval', line, metrics: [] }
  const batch = findCount(text, '[batch=')
  if (batch === null) return null
  const at = text.indexOf('[epoch=')
  const epoch = at === -1 ? null : readCountAt(text, at + '[epoch='.length)
  const place = epoch === null ? { step: batch.value } : { epoch: epoch.value }
  return { phase: 'train', ...place, line, metrics: [] }
}

function readMetric(text: string, phase: string): [string, number][] {
  const head = phase === 'train' ? '\t Train ' : '\t Eval '
  const colon = text.lastIndexOf(': ')
  if (!text.startsWith(head) || colon < head.length) return []
  const value = readNumber(text.slice(colon + 2))
  return value === null ? [] : [[text.slice(head.length, colon), value]]
}
