import type { LogFormat } from '../format.ts'
import { readDicts } from '../python/readDicts.ts'
import type { PythonValue } from '../python/value.ts'
import type { LogPhase } from '../record.ts'
import { splitPairs } from '../text/keyValues.ts'
import { digitsEnd, readNumber, skipBlanks } from '../text/readNumber.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'
import { setValueAndMean } from './runningMean.ts'

/**
 * fairseq, in all the forms that it has had. Losses are in bits (logarithms of base 2).
 *
 * `[train_inner][INFO] - {"epoch": 1, "update": 0.4, "loss": "9.2", "num_updates": "200"}`
 * `[valid][INFO] - {"epoch": 1, "valid_loss": "7.8", "valid_num_updates": "479"}`
 * `| epoch 010  2000 / 8223 loss=1.27 (1.50), wps=962, clip=100%`, with `epoch 010:` later on
 * `| epoch 010 | train loss 1.44 | train ppl 2.72 | words/s 961`
 * `| epoch 010 | valid on 'valid' subset | loss 1.94 | ppl 3.83 | num_updates 479`
 *
 * The means of a whole epoch are of the phase `summary`: they repeat what the lines before told.
 * The progress of a validation is not read, nor is a bar.
 */
export const fairseq: LogFormat = {
  name: 'fairseq',
  marks: ['num_updates"', '| epoch '],
  createReader() {
    const write = createRecordWriter()
    let isTaken = false
    return {
      // The progress of a validation is not for others either.
      hasTaken: () => isTaken,
      read(line) {
        const { text } = line
        const reading = text.includes('num_updates"') ? readJson(text) : readPipes(text)
        isTaken = text.includes(" | valid on '")
        return reading === null ? [] : write(reading, line)
      },
    }
  },
}

const updates = 'num_updates'

function readJson(text: string): LineReading | null {
  const { entries = new Map<string, PythonValue>(), isClosed = false } = readDicts(text)[0] ?? {}
  const counter = [...entries.keys()].find((name) => name.endsWith(updates))
  const epoch = numberOf(entries.get('epoch'))
  if (!isClosed || counter === undefined || epoch === null) return null
  const metrics = new Map<string, number>()
  for (const [name, value] of entries) {
    const number = numberOf(value)
    if (number !== null && name !== counter && name !== 'epoch') metrics.set(name, number)
  }
  const step = numberOf(entries.get(counter))
  return { phase: phaseOfCounter(counter), step, epoch, metrics }
}

/** `num_updates` stands in a window of training, `train_num_updates` in the mean of an epoch. */
function phaseOfCounter(counter: string): LogPhase {
  if (counter === updates) return 'train'
  return counter === `train_${updates}` ? 'summary' : 'eval'
}

function numberOf(value: PythonValue | undefined): number | null {
  if (typeof value === 'string') return readNumber(value)
  return typeof value === 'number' ? value : null
}

const opening = '| epoch '

function readPipes(text: string): LineReading | null {
  const from = text.indexOf(opening) + opening.length
  const end = digitsEnd(text, from)
  if (end === from) return null
  const epoch = Number(text.slice(from, end))
  const next = text.charAt(end) === ':' ? end + 1 : end
  const rest = text.slice(skipBlanks(text, next))
  return rest.startsWith('|') ? readEpoch(epoch, rest) : readProgress(epoch, rest)
}

const position = /^(\d+) \/ \d+ /

/** `2000 / 8223 loss=1.27 (1.50), wps=962, clip=100%` */
function readProgress(epoch: number, rest: string): LineReading | null {
  const match = position.exec(rest)
  if (match === null) return null
  const metrics = new Map([['batch', Number(match[1])]])
  const pairs = splitPairs(rest.slice(match[0].length), { between: ', ', sign: '=' })
  for (const [name, value] of pairs) setNumber(metrics, name, value)
  return metrics.size > 1 ? place('train', epoch, metrics) : null
}

const validOn = /^valid on '([^']*)' subset$/

/** `| train loss 1.44 | clip 100%`, or `| valid on 'valid' subset | loss 1.94` */
function readEpoch(epoch: number, rest: string): LineReading | null {
  const parts = rest
    .slice(1)
    .split('|')
    .map((part) => part.trim())
  const subset = validOn.exec(parts[0] ?? '')?.[1] ?? null
  const metrics = new Map<string, number>()
  for (const part of parts) {
    const blank = part.lastIndexOf(' ')
    const name = part.slice(0, Math.max(blank, 0)).trimEnd()
    // Speeds per second, checkpoint and batch: `wps` and `wpb` of the lines before tell the same.
    if (name === '' || name.includes('/')) continue
    setNumber(metrics, qualify(name, subset), part.slice(blank + 1))
  }
  if (![...metrics.keys()].some((name) => name.endsWith('loss'))) return null
  return place(subset === null ? 'summary' : 'eval', epoch, metrics)
}

/** Several sets may be validated on; the names of all but the usual one say which it was. */
function qualify(name: string, subset: string | null): string {
  if (subset === null || subset === 'valid' || name === updates) return name
  return name.startsWith(subset) ? name : `${subset} ${name}`
}

function setNumber(metrics: Map<string, number>, name: string, value: string): void {
  if (value.endsWith('%')) {
    const share = readNumber(value)
    if (share !== null) metrics.set(`${name}_percent`, share)
    return
  }
  setValueAndMean(metrics, name, value)
}

/** The number of updates is the step, where a line tells it. */
function place(phase: LogPhase, epoch: number, metrics: Map<string, number>): LineReading {
  const step = metrics.get(updates) ?? null
  metrics.delete(updates)
  return { phase, step, epoch, metrics }
}
