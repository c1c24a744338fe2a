import type { LogFormat, LogLine, LogReader } from '../format.ts'
import type { LogRecord } from '../record.ts'
import { splitPairs } from '../text/keyValues.ts'
import { findCount, type FoundCount } from '../text/readCount.ts'
import { digitsEnd, readNumber, skipBlanks } from '../text/readNumber.ts'
import { readMeasure, readNamed, withUnit } from '../text/readNamed.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'
import { readNanochat } from './nanochat.ts'

/**
 * The lines of llm.c, in its `main.log` and on the console, of build-nanogpt, and of nanochat (see
 * `nanochat.ts`):
 *
 * `s:0 tel:11.0`, `s:0 trl:11.0 lr:0.000001 norm:15.3`, `s:250 eval:0.25`
 *
 * `step    1/21479 | loss 11.0 (+nanz)| norm 16.3 (+nanz)| lr 2.86e-06 | 2734.72 ms | -100.0% bf16 MFU | 167751 tok/s`
 *
 * `step     5 | loss: 10.9 | lr 6.0e-04 | norm: 1.2 | dt: 234.5ms | tok/sec: 12345`
 *
 * `step 0: train loss 5.3 (took 1012.1 ms)`, `step 1/100: train loss 5.3 (acc 5.1) (300.1 ms, 13647 tok/s)`
 *
 * `val loss 11.0`, `HellaSwag: 2968/10042 = 0.295559`, and of build-nanogpt `validation loss: 10.9`,
 * `HellaSwag accuracy: 2463/10042=0.2453`, which name no step
 *
 * `trl` is the loss of training, `tel` that of validation. What stands in brackets is a z-score. The
 * lines without a step may be anybody's: they are kept back until one with a step, or the end.
 */
export const llmC: LogFormat = {
  name: 'llm_c',
  marks: [
    ' tel:',
    ' trl:',
    ' eval:',
    'val loss ',
    'validation loss: ',
    'HellaSwag',
    '| loss',
    '| train loss',
    ': train loss ',
    '| Training loss',
    '| Validation ',
    '| CORE metric',
  ],
  createReader: createLlmReader,
}

function createLlmReader(): LogReader {
  const write = createRecordWriter()
  const held: LogRecord[] = []
  let isMet = false
  let isTaken = false

  const hold = (line: LogLine): LogRecord[] => {
    const reading = readEvaluation(line.text)
    isTaken = reading !== null
    if (reading === null) return []
    const records = write(reading, line)
    if (isMet) return records
    held.push(...records)
    return []
  }

  return {
    read(line) {
      const { text } = line
      const reading = readShort(text) ?? readStepLine(text) ?? readFirst(text) ?? readNanochat(text)
      if (reading === null) return hold(line)
      isMet = true
      return [...held.splice(0), ...write(reading, line)]
    },
    hasTaken: () => isTaken,
    end: () => held.splice(0),
  }
}

const shortEvaluations: ReadonlySet<string> = new Set(['tel', 'eval'])

function readShort(text: string): LineReading | null {
  const place = findCount(text, 's:')
  if (place === null || text[place.end] !== ' ') return null
  const pairs = splitPairs(text.slice(place.end), { between: ' ', sign: ':' })
  const metrics = pairs.flatMap(([name, written]): [string, number][] => {
    const value = readNumber(written)
    return value === null ? [] : [[name, value]]
  })
  const first = metrics[0]?.[0] ?? ''
  if (first !== 'trl' && !shortEvaluations.has(first)) return null
  const phase = shortEvaluations.has(first) ? 'eval' : 'train'
  return { phase, step: place.value, metrics }
}

/** How such a line begins, and what its number is called. */
const evaluationHeads = [
  ['val loss ', 'val loss'],
  ['validation loss: ', 'val loss'],
  ['HellaSwag: ', 'HellaSwag'],
  ['HellaSwag accuracy: ', 'HellaSwag'],
] as const

function readEvaluation(text: string): LineReading | null {
  const trimmed = text.trim()
  const head = evaluationHeads.find(([words]) => trimmed.startsWith(words))
  if (head === undefined) return null
  const [words, name] = head
  const isShare = name === 'HellaSwag'
  const from = isShare ? trimmed.indexOf('=') + 1 : words.length
  const value = from === 0 ? null : readNumber(trimmed.slice(from))
  return value === null ? null : { phase: 'eval', metrics: [[name, value]] }
}

function readStepLine(text: string): LineReading | null {
  const place = findCount(text, 'step ')
  if (place === null) return null
  const [head, loss = '', ...rest] = text.slice(totalEnd(text, place)).split('|')
  if (head?.trim() !== '' || !isLoss(loss)) return null
  return { phase: 'train', step: place.value, metrics: [loss, ...rest].flatMap(readPart) }
}

/** The place behind `/21479`, or behind the step where no total follows. */
function totalEnd(text: string, { end }: FoundCount): number {
  return text[end] === '/' ? digitsEnd(text, skipBlanks(text, end + 1)) : end
}

function isLoss(part: string): boolean {
  const [named] = readPart(part)
  return named?.[0] === 'loss' || named?.[0] === 'train loss'
}

const firstHead = ': train loss '

/** `: train loss 5.3 (acc 5.1) (300.1 ms, 13647 tok/s)`, as the first versions wrote it. */
function readFirst(text: string): LineReading | null {
  const place = findCount(text, 'step ')
  if (place === null) return null
  const from = totalEnd(text, place)
  if (!text.startsWith(firstHead, from) || !text.includes(' (', from)) return null
  const [loss = '', ...parts] = text.slice(from + firstHead.length).split(/[(),]/)
  const value = readNumber(loss)
  if (value === null) return null
  const others = parts.map((part) => part.trim().replace(/^took /, '')).flatMap(readPart)
  return { phase: 'train', step: place.value, metrics: [['train loss', value], ...others] }
}

/** `loss 11.0 (+nanz)`, `2734.72 ms`, `-100.0% bf16 MFU`, `(12.5 ms`, `9000 tok/s)`. */
function readPart(part: string): [string, number][] {
  const [main = '', score = ''] = splitScore(part.trim())
  const measure = readMeasure(main)
  if (measure !== null) return measure.unit === '' ? [] : [[unitName(measure.unit), measure.value]]
  const named = readNamed(main)
  if (named === null) return []
  const metric: [string, number] = [withUnit(named.name, named.unit), named.value]
  const z = score.endsWith('z') ? readMeasure(score) : null
  return z === null ? [metric] : [metric, [`${named.name}_z`, z.value]]
}

/** The brackets may stand around two parts, so that each has one of them. */
function splitScore(part: string): string[] {
  const open = part.startsWith('(') ? part.slice(1) : part
  const closed = open.endsWith(')') ? open.slice(0, -1) : open
  return closed.split('(').map((text) => text.trim())
}

/** `% bf16 MFU` is a share, named `bf16 MFU %`. */
function unitName(unit: string): string {
  return unit.startsWith('%') ? `${unit.slice(1).trim()} %` : unit
}
