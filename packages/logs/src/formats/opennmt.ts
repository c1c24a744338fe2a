import type { LogFormat } from '../format.ts'
import { splitPairs } from '../text/keyValues.ts'
import { readLeadingNumber, readNumber } from '../text/readNumber.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'

/**
 * OpenNMT-py's lines, of 2018 and since. `acc` is in percent, the speeds are per second.
 *
 * `[… INFO] Step 5350/50000; acc:  51.25; ppl:  8.43; lr: 0.00066; 1320/1445 tok/s;  19995 sec`
 * `Epoch  1, 12900/37527; acc:   4.48; ppl: 35173.75; 3599 src tok/s; 3678 tgt tok/s; 9861 s elapsed`
 * `[… INFO] Validation perplexity: 56.168`
 *
 * A validation names no step. `Train perplexity` sums up what came since the validation before.
 */
export const opennmt: LogFormat = {
  name: 'opennmt',
  marks: ['; xent:', '; ppl:', 'Validation ', 'Train '],
  createReader() {
    const write = createRecordWriter()
    let isMet = false
    return {
      read(line) {
        const progress = readProgress(line.text)
        isMet ||= progress !== null
        const reading = progress ?? readTotal(line.text.trimEnd(), isMet)
        return reading === null ? [] : write(reading, line)
      },
    }
  },
}

const stepHead = /Step +(\d+)\/ *\d+$/
const epochHead = /Epoch +(\d+), +(\d+)\/ *\d+$/

function readProgress(text: string): LineReading | null {
  if (!text.includes('; ppl:')) return null
  const head = text.slice(0, text.indexOf(';'))
  const step = stepHead.exec(head)
  const epoch = epochHead.exec(head)
  if (step === null && epoch === null) return null
  const metrics = new Map<string, number>()
  if (epoch !== null) metrics.set('batch', Number(epoch[2]))
  const fields = text.slice(head.length + 1)
  for (const [name, value] of splitPairs(fields, { between: ';', sign: ':' })) {
    const number = readNumber(value)
    if (number !== null) metrics.set(name, number)
  }
  for (const field of fields.split(';')) setSpeeds(metrics, field.trim())
  return { phase: 'train', step: countIn(step), epoch: countIn(epoch), metrics }
}

function countIn(match: RegExpExecArray | null): number | null {
  return match === null ? null : Number(match[1])
}

/** `1320/1445 tok/s`, `3599 src tok/s`, `3678 tgt tok/s`, `19995 sec`, `9861 s elapsed` */
function setSpeeds(metrics: Map<string, number>, field: string): void {
  if (field.endsWith(' src tok/s')) setNumber(metrics, 'src_tok_s', field)
  else if (field.endsWith(' tgt tok/s')) setNumber(metrics, 'tgt_tok_s', field)
  else if (field.endsWith(' tok/s')) {
    setNumber(metrics, 'src_tok_s', field)
    setNumber(metrics, 'tgt_tok_s', field.slice(field.indexOf('/') + 1))
  } else if (field.endsWith(' sec') || field.endsWith(' s elapsed')) {
    setNumber(metrics, 'sec', field)
  }
}

function setNumber(metrics: Map<string, number>, name: string, text: string): void {
  const number = readLeadingNumber(text)
  if (number !== null) metrics.set(name, number)
}

const total = /(Train|Validation) (?:perplexity|accuracy|xent): (\S+)$/

/** Other tools print `Validation accuracy:` too: only after a logger's head, or in such a log. */
function readTotal(text: string, isMet: boolean): LineReading | null {
  const match = total.exec(text)
  if (match === null) return null
  const head = text.slice(0, match.index).trimEnd()
  const value = readNumber(match[2] ?? '')
  if (value === null || !(head.endsWith('INFO]') || (isMet && head === ''))) return null
  const name = text.slice(match.index, text.lastIndexOf(':'))
  return { phase: match[1] === 'Train' ? 'summary' : 'eval', metrics: [[name, value]] }
}
