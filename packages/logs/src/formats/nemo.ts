import type { LogFormat, LogLine } from '../format.ts'
import { splitPairs, type Pair } from '../text/keyValues.ts'
import { findCount, readCountAt } from '../text/readCount.ts'
import { readLeadingNumber, readNumber } from '../text/readNumber.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'

/**
 * The lines of NVIDIA NeMo, its bars and its text:
 *
 * `Epoch 0: :   3%|▎ | 9000/301500 [1:42:42<55:37:46, v_num=0-56, reduced_train_loss=nan.0, global_step=9e+3, val_loss=7.040]`
 *
 * `Training epoch 0, iteration 120/149 | lr: 3e-05 | global_step: 120 | reduced_train_loss: 1.233 | val_loss: 4.106`
 *
 * `Epoch 0, global step 9000: 'val_loss' reached 7.04238 (best 7.04238), saving model to …`
 *
 * A bar shows three digits, also of `global_step`: its step is the count it stands at. `val_loss`
 * beside a training is the last validation, told again. The third line, which any script on Lightning
 * may print, is read below NeMo's own, where none of them told of the same value.
 */
export const nemo: LogFormat = {
  name: 'nemo',
  marks: ['reduced_train_loss', "' reached "],
  createReader() {
    const write = createRecordWriter()
    const shown = new Map<string, number>()
    return {
      read(line) {
        const training = readBar(line.text) ?? readTextLine(line.text)
        for (const [name, value] of training?.metrics ?? []) shown.set(name, value)
        const reading = training ?? (shown.size === 0 ? null : readCheckpoint(line, shown))
        return reading === null ? [] : write(reading, line)
      },
    }
  },
}

type Metrics = [string, number][]

interface TrainingReading extends LineReading {
  readonly metrics: Metrics
}

function readBar(text: string): TrainingReading | null {
  const open = text.lastIndexOf('[')
  if (open === -1 || !text.includes('reduced_train_loss=', open)) return null
  const place = readBarCount(text, open)
  if (place === null) return null
  const close = text.indexOf(']', open)
  const list = text.slice(open, close === -1 ? text.length : close)
  const metrics = numbersOf(splitPairs(list, { between: ', ', sign: '=' }))
  return { phase: 'train', step: place, epoch: epochOf(text), metrics }
}

/** `795` of `| 795/77225 [`. */
function readBarCount(text: string, open: number): number | null {
  const bar = text.lastIndexOf('|', open)
  const count = bar === -1 ? null : readCountAt(text, bar + 1)
  return count !== null && text[count.end] === '/' ? count.value : null
}

function epochOf(text: string): number | null {
  return (findCount(text, 'Epoch ') ?? findCount(text, 'epoch '))?.value ?? null
}

/** The version of the run is no metric, although it may be a number. */
function numbersOf(pairs: readonly Pair[]): Metrics {
  return pairs.flatMap(([name, written]): Metrics => {
    const value = name === 'v_num' ? null : readNumber(written)
    return value === null ? [] : [[name, value]]
  })
}

function readTextLine(text: string): TrainingReading | null {
  const epoch = findCount(text, 'Training epoch ')
  const iteration = epoch === null ? null : findCount(text, 'iteration ', epoch.end)
  const bar = iteration === null ? -1 : text.indexOf('|', iteration.end)
  if (epoch === null || bar === -1) return null
  const metrics = numbersOf(splitPairs(text.slice(bar), { between: '|', sign: ':' }))
  const step = metrics.find(([name]) => name === 'global_step')?.[1] ?? iteration?.value ?? null
  return { phase: 'train', step, epoch: epoch.value, metrics }
}

const reached = "' reached "

function readCheckpoint({ text }: LogLine, shown: ReadonlyMap<string, number>): LineReading | null {
  const end = text.indexOf(reached)
  const start = end === -1 ? -1 : text.lastIndexOf(": '", end)
  const step = findCount(text, 'global step ')
  if (start === -1 || step === null || step.end !== start) return null
  const name = text.slice(start + 3, end)
  const value = readLeadingNumber(text.slice(end + reached.length))
  if (value === null || !isValidation(name) || isSame(value, shown.get(name))) return null
  return { phase: 'eval', step: step.value, epoch: epochOf(text), metrics: [[name, value]] }
}

/** A checkpoint may also be kept for a loss of the training, or for the step itself. */
function isValidation(name: string): boolean {
  return name.startsWith('val') || name.startsWith('test')
}

/** A bar shows a value with three or four digits. */
function isSame(value: number, other: number | undefined): boolean {
  return other !== undefined && Math.abs(value - other) <= Math.abs(value) * 0.005
}
