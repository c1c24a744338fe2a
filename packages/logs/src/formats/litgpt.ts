import type { LogFormat } from '../format.ts'
import { splitPairs } from '../text/keyValues.ts'
import { findCount } from '../text/readCount.ts'
import { readLeadingNumber, readNumber } from '../text/readNumber.ts'
import { readMeasure } from '../text/readNamed.ts'
import { lineFormat, type LineReading } from './lineFormat.ts'

const final = 'Final evaluation | '

/**
 * The lines of litgpt, old and new:
 *
 * `Ep 1 | iter 4 | step 1: loss train (curr): 1.585, val (prev val iter): None | iter time: 181.34 ms (opt.step)`
 *
 * `Epoch 1 | iter 4 step 1 | loss train: 1.585, val: n/a | iter time: 181.34 ms (step)`
 *
 * `iter 4 step 1: loss 1.585, iter time: 181.34ms (optimizer.step)`
 *
 * `iter 400: val loss 1.5, val time: 1234.56 ms`, whose `iter` is no step
 *
 * `Final evaluation | val loss: 1.5 | val ppl: 4.482`
 *
 * An `iter` is one batch: several of them share a step where gradients are accumulated. `val` in a
 * line of training is the last validation, told again.
 */
export const litgpt: LogFormat = lineFormat({
  name: 'litgpt',
  marks: ['iter time: ', 'val time: ', final],
  readLine: (text) => readFinal(text) ?? readBatch(text),
})

function readFinal(text: string): LineReading | null {
  const at = text.indexOf(final)
  if (at === -1) return null
  const pairs = splitPairs(text.slice(at), { between: '|', sign: ':' })
  const metrics = pairs.flatMap(([name, written]): [string, number][] => {
    const value = readNumber(written)
    return value === null ? [] : [[name, value]]
  })
  return { phase: 'eval', metrics }
}

function readBatch(text: string): LineReading | null {
  const iteration = findCount(text, 'iter ')
  const step = findCount(text, 'step ') ?? findCount(text, 'stEp ')
  const metrics = numbers.flatMap(([words, name]) => readAfter(text, words, name))
  const isEvaluation = text.includes(': val loss ')
  if ((iteration === null && step === null) || metrics.length === 0) return null
  if (!isEvaluation && !metrics.some(([name]) => name.startsWith('loss'))) return null
  const times = ['iter time', 'val time'].flatMap((name) => readTime(text, name))
  return {
    phase: isEvaluation ? 'eval' : 'train',
    step: step?.value ?? null,
    epoch: (findCount(text, 'Ep ') ?? findCount(text, 'Epoch '))?.value ?? null,
    metrics: [
      ...(iteration === null ? [] : [['iter', iteration.value] as const]),
      ...metrics,
      ...times,
    ],
  }
}

/** What stands before a number, and how the number is called. */
const numbers = [
  ['loss train (curr): ', 'loss train'],
  ['| loss train: ', 'loss train'],
  [': loss ', 'loss'],
  [', val (prev val iter): ', 'val'],
  [', val: ', 'val'],
  [': val loss ', 'val loss'],
] as const

function readAfter(text: string, words: string, name: string): [string, number][] {
  const at = text.indexOf(words)
  const value = at === -1 ? null : readLeadingNumber(text.slice(at + words.length))
  return value === null ? [] : [[name, value]]
}

function readTime(text: string, name: string): [string, number][] {
  const at = text.indexOf(`${name}: `)
  const measure = at === -1 ? null : readMeasure(text.slice(at + name.length + 2))
  if (measure === null) return []
  const unit = measure.unit.startsWith('ms') ? 'ms' : 's'
  return [[`${name} ${unit}`, measure.value]]
}
