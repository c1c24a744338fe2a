import type { LogFormat } from '../format.ts'
import { splitPairs } from '../text/keyValues.ts'
import { findCount, type FoundCount } from '../text/readCount.ts'
import { digitsEnd, readNumber, skipBlanks } from '../text/readNumber.ts'
import { readMeasure, readNamed, withUnit } from '../text/readNamed.ts'
import { lineFormat, type LineReading } from './lineFormat.ts'

/**
 * The lines of llm.c, in its `main.log` and on the console, and of build-nanogpt:
 *
 * `s:0 tel:11.0`, `s:0 trl:11.0 lr:0.000001 norm:15.3`, `s:250 eval:0.25`
 *
 * `step    1/21479 | loss 11.0 (+nanz)| norm 16.3 (+nanz)| lr 2.86e-06 | 2734.72 ms | -100.0% bf16 MFU | 167751 tok/s`
 *
 * `step     5 | loss: 10.9 | lr 6.0e-04 | norm: 1.2 | dt: 234.5ms | tok/sec: 12345`
 *
 * `val loss 11.0` and `HellaSwag: 2968/10042 = 0.295559`, which name no step
 *
 * `trl` is the loss of training, `tel` that of validation. What stands in brackets is a z-score.
 */
export const llmC: LogFormat = lineFormat({
  name: 'llm_c',
  marks: [' tel:', ' trl:', ' eval:', 'val loss ', 'HellaSwag: ', '| loss', '| train loss'],
  readLine: (text) => readShort(text) ?? readValidation(text) ?? readStepLine(text),
})

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

function readValidation(text: string): LineReading | null {
  const trimmed = text.trim()
  const loss = trimmed.startsWith('val loss ') ? trimmed.slice('val loss '.length) : ''
  const share = trimmed.startsWith('HellaSwag: ') ? trimmed.slice(trimmed.indexOf('=') + 1) : ''
  const name = loss === '' ? 'HellaSwag' : 'val loss'
  const value = readNumber(loss === '' ? share : loss)
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
