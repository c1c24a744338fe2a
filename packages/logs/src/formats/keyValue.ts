import type { LogFormat, LogLine } from '../format.ts'
import type { LogPhase, LogRecord } from '../record.ts'
import { findNumbers, type NamedNumber } from '../text/keyValues.ts'
import { createNamePool } from '../text/namePool.ts'
import { readZonedTime } from '../text/zonedTime.ts'
import { isHeldOut, isMeasure, isSetting, isTraining, isTrainingState } from './metricNames.ts'

/**
 * Plain lines of scripts of one's own, with names and numbers.
 *
 * `step=100 loss=0.52 lr=0.0003`, `Epoch 3/10 - train_loss: 0.52, val_loss: 0.61`,
 * `[Epoch 2] Step: 40 | Loss: 0.52`
 *
 * The last resort, and so strict: a line counts that names a step, an iteration or an epoch, and
 * behind it a well-known measure of a model; or, without a place, a loss and another measure, the
 * learning rate or a norm. Sentences, configurations, tables and source code do not.
 */
export const keyValue: LogFormat = {
  name: 'key-value',
  marks: (
    'oss OSS cc pl PL erplexity BLEU bleu F1 f1 AUC auc MSE mse MAE mae eward IoU iou WER wer FID ' +
    'fid PSNR psnr rror AP bpb return Return'
  ).split(' '),
  isGeneric: true,
  createReader() {
    const shareName = createNamePool()
    return { read: (line) => readLine(line, shareName) }
  },
}

function readLine(line: LogLine, shareName: (name: string) => string): LogRecord[] {
  if (line.text.length > longestLine || line.text.includes(bar)) return []
  if (looksLikeCode(line.text)) return []
  const numbers = [...findNumbers(line.text, ':'), ...findNumbers(line.text, '=')]
  if (numbers.length === 0) return []
  const epoch = readPlace(line.text, epochPlace)
  const step = readStep(line.text, epoch)
  const metrics = new Map<string, number>()
  for (const { name, from, value } of numbers.toSorted(byPlace)) {
    if (placeNames.has(name.toLowerCase())) continue
    const full = withSet(line.text, from, name)
    // Two numbers of one name: what tells them apart was not understood.
    if (metrics.has(full)) return []
    metrics.set(shareName(full), value)
  }
  const names = [...metrics.keys()]
  if (!isRecord(names, step !== null || epoch !== null)) return []
  const timeMs = readZonedTime(line.text)
  return [{ phase: phaseOf(names), step, epoch, timeMs, metrics, line: line.number }]
}

/** What a progress bar shows is rounded, often out of date, and there many times over. */
const bar = '%|'

/** No line that a person prints is longer; what is, is data. */
const longestLine = 4000

/** Source code and formats of strings: `loss = criterion(…)`, `f"loss: {loss:.4f}"`, `# loss: 3`. */
function looksLikeCode(text: string): boolean {
  if (/^\s*(?:#|\/\/|def |class |import |from |return |if |for |while |print\()/.test(text)) {
    return true
  }
  return text.includes('{') || text.includes('(self') || text.includes('+=') || text.includes('==')
}

const stepPlace =
  /(?:^|[\s[(|,;])(?:(?:global|train)[_ ])?(?:steps?|iter|iteration|it)(?:\s?[:=]\s{0,8}|\s{1,8}\[?|\[)#?(\d{1,12})(?![\d.-])(?!:\d)( ?\/)?/i
const epochPlace =
  /(?:^|[\s[(|,;])(?:epoch|ep)(?:\s?[:=]\s{0,8}\[?|\s{1,8}\[?#?|\[)(\d{1,9}(?:\.\d{1,9})?)(?![\d.-])(?!:\d)/i

/** `Epoch [2/5], Step [100/600]`: a step of so many in an epoch starts anew with the next one. */
function readStep(text: string, epoch: number | null): number | null {
  const match = stepPlace.exec(text)
  if (match === null || (epoch !== null && match[2] !== undefined)) return null
  return Number(match[1])
}

function readPlace(text: string, place: RegExp): number | null {
  const match = place.exec(text)
  return match === null ? null : Number(match[1])
}

const placeNames: ReadonlySet<string> = new Set(
  (
    'step steps global_step train_step iter iteration it epoch ep epochs ' +
    'max_steps total_steps num_epochs eta'
  ).split(' '),
)

/** `train loss` of `step 0: train loss 0.5`: the word before a name that says of which data it is. */
function withSet(text: string, from: number, name: string): string {
  const before = text.slice(Math.max(0, from - 12), from)
  const word = /([A-Za-z]{1,11}) $/.exec(before)?.[1]
  return word !== undefined && (isHeldOut(word) || isTraining(word)) ? `${word} ${name}` : name
}

function byPlace(a: NamedNumber, b: NamedNumber): number {
  return a.from - b.from
}

function isRecord(names: readonly string[], isPlaced: boolean): boolean {
  const measured = names.filter(isMeasure)
  if (isPlaced) return measured.length > 0
  const hasLoss = measured.some((name) => name.toLowerCase().endsWith('loss'))
  return hasLoss && (measured.length > 1 || names.some(isRate))
}

function isRate(name: string): boolean {
  return isSetting(name) && /^(?:lr|learning_rate)$/i.test(name)
}

/** Evaluation where all that is measured says so, and nothing is of training. */
function phaseOf(names: readonly string[]): LogPhase {
  const isEvaluation = names.some(isHeldOut) && !names.some(isTrainingState)
  return isEvaluation ? 'eval' : 'train'
}
