import type { LogFormat } from '../format.ts'
import { findNumbers } from '../text/keyValues.ts'
import { readNumber } from '../text/readNumber.ts'
import { lineFormat, type LineReading } from './lineFormat.ts'
import { setValueAndMean } from './runningMean.ts'

/**
 * OpenPCDet's lines of training: the number of the moment, and the mean so far in brackets.
 *
 * `Train:    1/3 ( 33%) [  49/323 ( 15%)]  Loss: 36.77 (81.7)  LR: 1.351e-04  Time cost: 00:12/01:03 [00:12/03:45]  Acc_iter 50        Data time: 0.01(0.02)`
 *
 * `epoch: 3/120, acc_iter=1084, cur_iter=270/271, batch_size=1, loss=5.03, lr=0.00034`, until 2022
 *
 * The step is `Acc_iter`, which counts over all epochs.
 */
export const openpcdet: LogFormat = lineFormat({
  name: 'openpcdet',
  marks: ['Acc_iter', ' acc_iter='],
  readLine: (text) => readLine(text) ?? readOldLine(text),
})

const head = /Train: +(\d+)\/\d+ \( *\d+%\) \[ *\d+\/\d+ \( *\d+%\)\] +/
const stepField = /Acc_iter:? +(\d+)/
const names = ['Loss', 'LR', 'Data time', 'Forward time', 'Batch time']

function readLine(text: string): LineReading | null {
  const match = head.exec(text)
  if (match === null) return null
  const fields = text.slice(match.index + match[0].length)
  const metrics = new Map<string, number>()
  for (const name of names) {
    const at = fields.indexOf(`${name}: `)
    if (at !== -1) setValueAndMean(metrics, name, fields.slice(at + name.length + 2))
  }
  if (!metrics.has('Loss')) return null
  const step = readNumber(stepField.exec(fields)?.[1] ?? '')
  return { phase: 'train', step, epoch: Number(match[1]), metrics }
}

const oldHead = /epoch: (\d+)\/\d+, acc_iter=(\d+), cur_iter=\d+\/\d+, /

function readOldLine(text: string): LineReading | null {
  const match = oldHead.exec(text)
  if (match === null) return null
  const numbers = findNumbers(text.slice(match.index + match[0].length), '=')
  const metrics = numbers
    .filter(({ name }) => name !== 'batch_size')
    .map(({ name, value }) => [name, value] as const)
  if (!metrics.some(([name]) => name === 'loss')) return null
  return { phase: 'train', step: Number(match[2]), epoch: Number(match[1]), metrics }
}
