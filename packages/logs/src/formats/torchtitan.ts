import type { LogFormat } from '../format.ts'
import { findNumbers, type NamedNumber } from '../text/keyValues.ts'
import { findCount } from '../text/readCount.ts'
import { readLeadingNumber } from '../text/readNumber.ts'
import { lineFormat } from './lineFormat.ts'

/**
 * The lines of torchtitan, one for each rank that prints:
 *
 * `step:  1  loss: 12.5  grad_norm: 25.7  memory: 60.50GiB(75.50%)  tps: 1,250  tflops: 46.2  mfu: N/A`
 *
 * `validate step: 10  loss: 7.1  memory: 60.50GiB(75.50%)  tps: 2,500`
 *
 * Units: `memory_GiB` and `memory_percent` are the peak reserved on one device, `tps` is per device.
 * A share that is not known (`N/A`) is absent.
 */
export const torchtitan: LogFormat = lineFormat({
  name: 'torchtitan',
  marks: ['GiB('],
  readLine(text) {
    const step = findCount(text, 'step:')
    if (step === null) return null
    const rest = text.slice(step.end)
    const numbers = findNumbers(rest, ':')
    if (!numbers.some(({ name, end }) => name === 'memory' && rest.startsWith('GiB(', end))) {
      return null
    }
    const isEvaluation = text.slice(0, step.from).trimEnd().endsWith('validate')
    return {
      phase: isEvaluation ? 'eval' : 'train',
      step: step.value,
      metrics: numbers.flatMap((number) => metricsOf(rest, number)),
    }
  },
})

function metricsOf(text: string, { name, value, end }: NamedNumber): [string, number][] {
  if (text.startsWith('%', end)) return [[`${name}_percent`, value]]
  if (!text.startsWith('GiB', end)) return [[name, value]]
  const share = readLeadingNumber(text.slice(end + 'GiB('.length, end + 'GiB('.length + 20))
  return share === null
    ? [[`${name}_GiB`, value]]
    : [
        [`${name}_GiB`, value],
        [`${name}_percent`, share],
      ]
}
