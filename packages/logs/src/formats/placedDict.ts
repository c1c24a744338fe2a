import type { LogFormat } from '../format.ts'
import { readDicts } from '../python/readDicts.ts'
import type { LogPhase } from '../record.ts'
import { lineFormat, type LineReading } from './lineFormat.ts'
import { isHeldOut, isMeasure, isQuality, isTrainingState } from './metricNames.ts'

/**
 * A dict of numbers behind the step or the epoch that it is of:
 *
 * `Global step 10: {'policy_loss': -0.01, 'actor_lr': 5e-07, 'kl': 0.001, 'reward': 0.5}`, as OpenRLHF prints it
 * `epoch 0: {'accuracy': 0.84, 'f1': 0.89}`, as the examples of accelerate do
 *
 * Most often it is printed by a script of one's own, so a well-known measure must be in it.
 */
export const placedDict: LogFormat = {
  ...lineFormat({ name: 'placed-dict', marks: [": {'"], readLine }),
  isGeneric: true,
}

const head = /\b(?:global[ _]step|step|(epoch)) (\d{1,12}): (?=\{')/i

function readLine(text: string): LineReading | null {
  const match = head.exec(text)
  const [dict] = match === null ? [] : readDicts(text.slice(match.index))
  if (match === null || dict === undefined || !dict.isClosed) return null
  const metrics = [...dict.entries].flatMap(([name, value]): [string, number][] =>
    typeof value === 'number' ? [[name, value]] : [],
  )
  const names = metrics.map(([name]) => name)
  if (!names.some(isMeasure) || metrics.length < dict.entries.size) return null
  const place = match[1] === undefined ? 'step' : 'epoch'
  return { phase: phaseOf(names), [place]: Number(match[2]), metrics }
}

/** Training prints what only it has; what else is measured of a model is an evaluation. */
function phaseOf(names: readonly string[]): LogPhase {
  if (names.some(isHeldOut)) return names.some(isTrainingState) ? 'train' : 'eval'
  const isTraining = names.some(
    (name) => isTrainingState(name) || /loss|lr$|^(?:kl|reward)/.test(name),
  )
  return !isTraining && names.some(isQuality) ? 'eval' : 'train'
}
