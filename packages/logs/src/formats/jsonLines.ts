import type { LogContext, LogFormat, LogLine } from '../format.ts'
import { readPythonNumber } from '../python/number.ts'
import { readDicts } from '../python/readDicts.ts'
import type { LogPhase, LogRecord } from '../record.ts'
import { createNamePool } from '../text/namePool.ts'
import { isHeldOut, isQuality, isSetting, isTrainingState, stepNames } from './metricNames.ts'
import { trainerPhase } from './trainerPhase.ts'

/**
 * JSON Lines: one object a line, nothing beside it, as DeiT, Detectron2, mmengine and scripts of
 * one's own write them.
 *
 * `{"train_lr": 7.8e-05, "train_loss": 3.19, "test_acc1": 78.8, "epoch": 250, "n_parameters": 11590840}`
 * `{"iteration": 1499, "total_loss": 0.41, "lr": 0.001, "bbox/APl": NaN}`
 * `{"lr": 0.02, "loss": 1.7152, "epoch": 1, "iter": 69, "step": 69}`, then `{"accuracy/top1": 43.1, "step": 1}`,
 * whose step is an epoch
 * `{"mode": "train", "epoch": 1, "iter": 50, "loss": 0.7}`, whose iterations start anew in each epoch
 *
 * A line counts that names a step or an epoch and a number that is no setting, or is a record by the
 * keys that the Hugging Face `Trainer` writes. It is evaluation where nothing in it is of training.
 */
export const jsonLines: LogFormat = {
  name: 'jsonl',
  marks: ['{"', '{ "'],
  createReader(context) {
    const shareName = createNamePool()
    let lastTrain: LogRecord | null = null
    return {
      read(line) {
        const fields = readObject(line.text)
        const record = fields === null ? null : toRecord(fields, line, shareName)
        if (fields === null || record === null) return []
        noteLeftOut(fields, line, context)
        if (record.phase === 'train') lastTrain = record
        return [record.phase === 'eval' ? placeEvaluation(record, fields, lastTrain) : record]
      },
    }
  },
}

type Fields = ReadonlyMap<string, unknown>

/** The object that a line is, or `null` where it is none. */
function readObject(text: string): Fields | null {
  const line = text.trim()
  if (!line.startsWith('{') || !line.endsWith('}')) return null
  try {
    const object: Readonly<Record<string, unknown>> = JSON.parse(line)
    const fields = new Map<string, unknown>()
    for (const name of Object.keys(object)) fields.set(name, object[name])
    return fields
  } catch {
    // Python writes NaN and Infinity, which JSON does not know.
    const [dict, ...others] = readDicts(line)
    const isWhole = dict !== undefined && dict.isClosed && others.length === 0
    return isWhole && !line.includes("'") ? dict.entries : null
  }
}

function toRecord(
  fields: Fields,
  line: LogLine,
  shareName: (name: string) => string,
): LogRecord | null {
  const stepName = stepNameOf(fields)
  const step = stepName === null ? null : numberOf(fields.get(stepName))
  const epoch = countOf(fields.get('epoch'))
  const metrics = new Map<string, number>()
  for (const [name, value] of fields) {
    const number = name === stepName || progressNames.has(name) ? null : numberOf(value)
    if (number !== null) metrics.set(shareName(name), number)
  }
  const phase = phaseOf(fields, metrics, { step, epoch })
  return phase === null ? null : { phase, step, epoch, timeMs: null, metrics, line: line.number }
}

/** What tells how far along the run is: no metric of the model. */
const progressNames: ReadonlySet<string> = new Set(
  'epoch max_steps total_steps percentage elapsed_time remaining_time'.split(' '),
)

/** The name of the step; `iter` beside `mode` counts within its epoch, and is none. */
function stepNameOf(fields: Fields): string | null {
  const names = typeof fields.get('mode') === 'string' ? stepNames.slice(0, 3) : stepNames
  return names.find((name) => countOf(fields.get(name)) !== null) ?? null
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value
  // Quoted, as fairseq and transformers 5 write them; an id of digits is cut out by its name.
  return typeof value === 'string' ? readPythonNumber(value) : null
}

function countOf(value: unknown): number | null {
  const number = numberOf(value)
  return number !== null && Number.isFinite(number) && number >= 0 ? number : null
}

type Place = Pick<LogRecord, 'step' | 'epoch'>

function phaseOf(
  fields: Fields,
  metrics: ReadonlyMap<string, number>,
  place: Place,
): LogPhase | null {
  const names = [...metrics.keys()]
  const isPlaced = place.step !== null || place.epoch !== null
  const said = isPlaced && names.length > 0 ? phaseSaid(fields) : null
  const known = said ?? trainerPhase(metrics, place)
  if (known !== null) return known
  if (!isPlaced || names.every(isSetting)) return null
  if (names.some(isTrainingState)) return 'train'
  return names.some(isHeldOut) || names.some(isQuality) ? 'eval' : 'train'
}

/** What the line itself says that it is of: mmdetection's `mode`, and what others call it. */
function phaseSaid(fields: Fields): LogPhase | null {
  const word = ['mode', 'phase', 'split'].map((name) => fields.get(name)).find(isText)
  if (word === undefined) return null
  if (isHeldOut(word)) return 'eval'
  return /^train(?:ing)?$/i.test(word) ? 'train' : null
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/**
 * mmengine writes the epoch as the `step` of an evaluation that follows training by epochs: taken for
 * a step, it would stand among the first iterations.
 */
function placeEvaluation(
  record: LogRecord,
  fields: Fields,
  lastTrain: LogRecord | null,
): LogRecord {
  if (record.epoch !== null || lastTrain === null || fields.has('iter')) return record
  const isEpoch = record.step === lastTrain.epoch && record.step !== lastTrain.step
  return isEpoch ? { ...record, step: null, epoch: record.step } : record
}

function noteLeftOut(fields: Fields, { number }: LogLine, { addNotice }: LogContext): void {
  for (const [name, value] of fields) {
    if (typeof value !== 'object' || value === null) continue
    const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name
    const message = `Values that are no numbers were left out, the first of them that of '${shown}'.`
    addNotice('not-a-number', message, number)
  }
}
