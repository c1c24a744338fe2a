import type { LogFormat, LogLine } from '../format.ts'
import { codeAt } from '../text/codeAt.ts'
import type { LogPhase, LogRecord } from '../record.ts'
import { findNumbers, type NamedNumber } from '../text/keyValues.ts'
import { createNamePool, type ShareName } from '../text/namePool.ts'
import { isDigit } from '../text/readNumber.ts'
import { isSpace } from '../text/space.ts'
import { readZonedTime } from '../text/zonedTime.ts'
import { readEpochHeader } from './epochHeader.ts'
import { isHeldOut, isMeasure, isSetting, isTraining, isTrainingState } from './metricNames.ts'

/**
 * Plain lines of scripts of one's own, with names and numbers.
 *
 * `step=100 loss=0.52 lr=0.0003`, `Epoch 3/10 - train_loss: 0.52, val_loss: 0.61`,
 * `[Epoch 2] Step: 40 | Loss: 0.52`
 *
 * The last resort, and so strict: a line counts that names a step, an iteration or an epoch, and
 * behind it a well-known measure of a model; or, without a place, a loss and another measure, the
 * learning rate or a norm; what has no place is of the epoch whose head, `Epoch 3/10`, stands above it.
 * Sentences, configurations, tables and source code do not.
 */
export const keyValue: LogFormat = {
  name: 'key-value',
  marks: (
    'oss OSS cc pl PL erplexity BLEU bleu F1 f1 AUC auc MSE mse MAE mae eward IoU iou WER wer FID ' +
    'fid PSNR psnr rror AP bpb return Return Epoch'
  ).split(' '),
  isGeneric: true,
  createReader() {
    const shareName = createNamePool()
    const judge = createJudge()
    let header: number | null = null
    return {
      read(line) {
        header = readEpochHeader(line.text) ?? header
        return readLine(line, shareName, judge).map((record) => placeBelow(record, header))
      },
    }
  },
}

/** `train Loss: 0.5 Acc: 0.75` below `Epoch 0/24` belongs to it. */
function placeBelow(record: LogRecord, header: number | null): LogRecord {
  return record.step === null && record.epoch === null ? { ...record, epoch: header } : record
}

function readLine(line: LogLine, shareName: ShareName, judge: Judge): LogRecord[] {
  if (line.text.length > longestLine || line.text.includes(bar)) return []
  if (looksLikeCode(line.text)) return []
  const numbers = findAll(line.text)
  if (numbers.length === 0) return []
  const epoch = readPlace(line.text, epochPlace)
  const step = readStep(line.text, epoch)
  const metrics = new Map<string, number>()
  for (const number of numbers) {
    const { name, from, value } = number
    if (placeNames.has(name.toLowerCase()) || isOfLogger(line.text, number)) continue
    const full = shareName(withSet(line.text, from, name))
    // Two numbers of one name: what tells them apart was not understood.
    if (metrics.has(full)) return []
    metrics.set(full, value)
  }
  const names = [...metrics.keys()]
  const said = judge(names, step !== null || epoch !== null)
  if (said === null) return []
  const timeMs = readZonedTime(line.text)
  const phase = line.text.includes(estimatorResult) ? 'eval' : said
  return [{ phase, step, epoch, timeMs, metrics, line: line.number }]
}

/** So begins the result of an evaluation by an Estimator of TensorFlow. */
const estimatorResult = 'Saving dict for global step '

/** What a progress bar shows is rounded, often out of date, and there many times over. */
const bar = '%|'

/** No line that a person prints is longer; what is, is data. */
const longestLine = 4000

/** Beside assignments and formats of strings, the quoting of prose and the defaults of parameters. */
const codeSign = /[{`]|\(self|\+=|=(?:=|None|\(\)|True|False)/

/** Source code and formats of strings: `loss = criterion(…)`, `f"loss: {loss:.4f}"`, `# loss: 3`. */
function looksLikeCode(text: string): boolean {
  if (/^\s*(?:#|\/\/|def |class |import |from |return |if |for |while |print\()/.test(text)) {
    return true
  }
  return codeSign.test(text)
}

const stepPlace =
  /(?:(?:global|train)[_ ])?(?:steps?|iter|iteration|it)(?:\s?[:=]\s{0,8}|\s{1,8}\[?|\[)#?(\d{1,12})(?![\d.-])(?!:\d)( ?\/)?/iy
const epochPlace =
  /(?:epoch|ep)(?:\s?[:=]\s{0,8}\[?|\s{1,8}\[?#?|\[)(\d{1,9}(?:\.\d{1,9})?)(?![\d.-])(?!:\d)/iy

/** With what the words of both begin. */
const placeInitials = new Uint8Array(128)
for (const initial of 'gtsieGTSIE') placeInitials[initial.charCodeAt(0)] = 1

/** Looks for the place where a word begins: whatever else stands in the line is passed over quickly. */
function findPlace(text: string, place: RegExp): RegExpExecArray | null {
  for (let at = 0; at < text.length; at += 1) {
    if (placeInitials[text.charCodeAt(at) & 0x7f] !== 1 || !isWordStart(text, at)) continue
    place.lastIndex = at
    const match = place.exec(text)
    if (match !== null) return match
  }
  return null
}

function isWordStart(text: string, at: number): boolean {
  const before = codeAt(text, at - 1)
  return at === 0 || isSpace(before) || '[(|,;'.includes(String.fromCharCode(before))
}

/** `Epoch [2/5], Step [100/600]`: a step of so many in an epoch starts anew with the next one. */
function readStep(text: string, epoch: number | null): number | null {
  const match = findPlace(text, stepPlace)
  if (match === null || (epoch !== null && match[2] !== undefined)) return null
  return Number(match[1])
}

function readPlace(text: string, place: RegExp): number | null {
  const match = findPlace(text, place)
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
  if (isDigit(codeAt(text, from - 2))) return name
  const before = text.slice(Math.max(0, from - 12), from)
  const word = /([A-Za-z]{1,11}) $/.exec(before)?.[1]
  return word !== undefined && (isHeldOut(word) || isTraining(word)) ? `${word} ${name}` : name
}

/** Nearly every line writes its pairs in one way. */
function findAll(text: string): readonly NamedNumber[] {
  const colons = findNumbers(text, ':')
  const equals = findNumbers(text, '=')
  if (colons.length === 0) return equals
  return equals.length === 0 ? colons : [...colons, ...equals].toSorted(byPlace)
}

function byPlace(a: NamedNumber, b: NamedNumber): number {
  return a.from - b.from
}

const levels: ReadonlySet<string> = new Set(['DEBUG', 'INFO', 'WARN', 'WARNING'])

/** The level and the place in the program: `(trainer:687) INFO: 1epoch`, `hooks.py:260]`. */
function isOfLogger(text: string, { name, from, value, end }: NamedNumber): boolean {
  if (levels.has(name) || name.endsWith('.py')) return true
  const isEnclosed = text.charAt(from - 1) === '(' && text.charAt(end) === ')'
  return isEnclosed && Number.isInteger(value) && !isMeasure(name)
}

/** Tells what these names are a record of, `null` where of nothing. */
type Judge = (names: readonly string[], isPlaced: boolean) => LogPhase | null

/** Returns a judge that answers anew only where the names are others than the last time. */
function createJudge(): Judge {
  let lastNames: readonly string[] = []
  let wasPlaced = false
  let said: LogPhase | null = null
  return (names, isPlaced) => {
    const isSame = isPlaced === wasPlaced && names.length === lastNames.length
    if (!isSame || !names.every((name, index) => name === lastNames[index])) {
      said = isRecord(names, isPlaced) ? phaseOf(names) : null
      lastNames = names
      wasPlaced = isPlaced
    }
    return said
  }
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
