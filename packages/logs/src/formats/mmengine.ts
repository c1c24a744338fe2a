import type { LogFormat } from '../format.ts'
import type { LogPhase } from '../record.ts'
import { splitPairs } from '../text/keyValues.ts'
import { readNumber } from '../text/readNumber.ts'
import { lineFormat, type LineReading } from './lineFormat.ts'

/**
 * The text log of OpenMMLab's tools: mmengine (two blanks between fields) and mmcv before it
 * (commas).
 *
 * `… - mmengine - INFO - Epoch(train)   [1][1/6]  lr: 4.000000e-08  eta: 4:59:11  loss: 0.421912`
 * `… - mmengine - INFO - Iter(train) [ 50/80000]  lr: 1.0e-02  eta: 1:00:00  loss: 2.5`
 * `… - mmengine - INFO - Epoch(val) [10][6/6]    coco/AP .5: 0.002970  data_time: 1.4  time: 1.5`
 * `… - mmdet - INFO - Epoch [1][50/7330]\tlr: 9.890e-04, eta: 1 day, 2:00:00, loss: 1.8`
 *
 * The count of a validation is not the step of training: such a line has none.
 */
export const mmengine: LogFormat = lineFormat({
  name: 'mmengine',
  marks: ['Epoch(', 'Iter(', 'Epoch [', 'Iter ['],
  readLine,
})

const head =
  /(Epoch|Iter)(?:\((train|val|test)\))? *\[ *(\d+)(?:\/ *(\d+))?\](?:\[ *(\d+)(?:\/ *\d+)?\])?\s+/

function readLine(text: string): LineReading | null {
  const match = head.exec(text)
  if (match === null) return null
  const [opening, unit, mode, first, length, second] = match
  // `Epoch [1/10], Loss` and the like are other people's lines.
  if (mode === undefined && (unit === 'Epoch') !== (second !== undefined)) return null
  const phase: LogPhase = mode === 'val' || mode === 'test' ? 'eval' : 'train'
  const metrics = readFields(text.slice(match.index + opening.length))
  if (!holdsMetric(metrics, phase)) return null
  return { phase, ...placeOf(unit, phase, { first, length, second }), metrics }
}

interface Brackets {
  readonly first: string | undefined
  readonly length: string | undefined
  readonly second: string | undefined
}

function placeOf(unit: string | undefined, phase: LogPhase, brackets: Brackets) {
  const { first, length, second } = brackets
  if (unit === 'Iter') return { step: phase === 'train' ? Number(first) : null }
  // `Epoch(test) [6/6]` counts batches and names no epoch.
  return { epoch: second === undefined || length !== undefined ? null : Number(first) }
}

function readFields(text: string): Map<string, number> {
  const between = text.includes('  ') ? '  ' : ', '
  const metrics = new Map<string, number>()
  for (const [name, value] of splitPairs(text, { between, sign: ': ' })) {
    const number = readNumber(value)
    if (number !== null && name !== 'eta') metrics.set(name, number)
  }
  return metrics
}

const speedNames: ReadonlySet<string> = new Set(['time', 'data_time', 'memory'])

/** While a validation runs its lines tell of nothing but speed; training may do so as well. */
function holdsMetric(metrics: ReadonlyMap<string, number>, phase: LogPhase): boolean {
  return phase === 'train'
    ? metrics.size > 0
    : [...metrics.keys()].some((name) => !speedNames.has(name))
}
