import type { LogContext, LogFormat, LogLine } from '../format.ts'
import { readPythonNumber } from '../python/number.ts'
import { readDicts, type PythonDict } from '../python/readDicts.ts'
import type { PythonValue } from '../python/value.ts'
import type { LogRecord } from '../record.ts'
import { createNamePool } from '../text/namePool.ts'
import { readZonedTime } from '../text/zonedTime.ts'
import { trainerPhase } from './trainerPhase.ts'

/**
 * The dicts that the Hugging Face `Trainer` prints, and those built on it: TRL (SFT, DPO, GRPO, …),
 * axolotl, LLaMA-Factory, ms-swift.
 *
 * `{'loss': 0.5, 'grad_norm': 0.2, 'learning_rate': 1e-05, 'epoch': 0.1}`, anywhere on a line. A
 * progress bar beside it is not read: output is buffered, and the bar may be many steps ahead.
 */
export const huggingface: LogFormat = {
  name: 'huggingface',
  marks: ["{'", '{"', "{ '", '{ "'],
  createReader(context) {
    const shareName = createNamePool()
    return {
      read(line) {
        const records: LogRecord[] = []
        for (const dict of readDicts(line.text, shareName)) {
          const record = readRecord({ dict, line, context, shareName })
          if (record !== null) records.push(record)
        }
        return records
      },
    }
  },
}

interface DictOnLine {
  readonly dict: PythonDict
  readonly line: LogLine
  readonly context: LogContext
  readonly shareName: (name: string) => string
}

function readRecord({ dict, line, context, shareName }: DictOnLine): LogRecord | null {
  const { metrics, leftOut } = splitEntries(dict, shareName)
  const place = { epoch: readEpoch(dict), step: readStep(dict) }
  if (!dict.isClosed) {
    // What tells the place stands last, so the part that is left need not show it.
    const isMetrics = trainerPhase(metrics, { epoch: 0, step: 0 }) !== null
    if (isMetrics) context.addNotice('cut-off-dict', cutOffMessage, line.number)
    return null
  }
  const phase = trainerPhase(metrics, place)
  if (phase === null) return null
  for (const name of leftOut) context.addNotice('not-a-number', leftOutMessage(name), line.number)
  return { phase, ...place, timeMs: readZonedTime(line.text), metrics, line: line.number }
}

const cutOffMessage =
  'A dict of metrics breaks off, or cannot be read, before its closing brace: no record was made of it.'

function leftOutMessage(name: string): string {
  const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name
  return `Values that are no numbers were left out, the first of them that of '${shown}'.`
}

/** Names of the step, the surest first; ms-swift writes `'global_step/max_steps': '10/200'`. */
const stepNames = ['step', 'global_step', 'global_step/max_steps', 'current_steps']

/** What tells how far along the run is: no metric of the model. */
const progressNames: ReadonlySet<string> = new Set([
  ...stepNames,
  'epoch',
  'total_steps',
  'max_steps',
  'percentage',
  'elapsed_time',
  'remaining_time',
])

interface SplitEntries {
  readonly metrics: Map<string, number>
  readonly leftOut: readonly string[]
}

function splitEntries({ entries }: PythonDict, shareName: (name: string) => string): SplitEntries {
  const metrics = new Map<string, number>()
  const leftOut: string[] = []
  for (const [name, value] of entries) {
    // None says that a metric was not logged this time.
    if (progressNames.has(name) || value === null) continue
    const number = numberOf(value)
    if (number === null) leftOut.push(name)
    else metrics.set(shareName(name), number)
  }
  return { metrics, leftOut }
}

/** transformers 5 prints its numbers as quoted strings. */
function numberOf(value: PythonValue): number | null {
  if (typeof value === 'number') return value
  return typeof value === 'string' ? readPythonNumber(value) : null
}

function readStep({ entries }: PythonDict): number | null {
  for (const name of stepNames) {
    const step = countOf(entries.get(name) ?? null)
    if (step !== null) return step
  }
  return null
}

function readEpoch({ entries }: PythonDict): number | null {
  return countOf(entries.get('epoch') ?? null)
}

/** A finite number of at least 0, or the first of `10/200`. */
function countOf(value: PythonValue): number | null {
  const number = typeof value === 'string' ? numberOf(beforeSlash(value)) : numberOf(value)
  return number !== null && Number.isFinite(number) && number >= 0 ? number : null
}

function beforeSlash(text: string): string {
  const slash = text.indexOf('/')
  return slash === -1 ? text : text.slice(0, slash)
}
