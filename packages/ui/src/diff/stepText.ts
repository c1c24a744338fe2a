import { paramStep, type ParamRow } from '@runoff/core'
import type { Formatters } from '../format/formatters.ts'
import { formatParam } from '../params/formatParam.ts'
import type { DiffMessages } from './messages.ts'

/**
 * Returns how far a number lies from the baseline's: `×5` for what is read by factors, else
 * `+8 (×2)`; `null` where there is nothing to say.
 */
export function stepText(
  row: ParamRow,
  [runId, baselineId]: readonly [string, string],
  { formatters, messages }: { readonly formatters: Formatters; readonly messages: DiffMessages },
): string | null {
  const step = paramStep(row, runId, baselineId)
  if (step === null || step.difference === 0) return null
  const { ratio, difference } = step
  const written = (number: number): string => formatParam(Number(number.toPrecision(3)), formatters)
  const factor = ratio === null ? null : factorText(ratio, written, messages)
  if (factor !== null && row.scale === 'log') return factor
  const sum = difference > 0 ? `+${written(difference)}` : written(difference)
  return factor === null ? sum : formatters.aside(sum, factor)
}

function factorText(
  ratio: number,
  written: (number: number) => string,
  messages: DiffMessages,
): string {
  return ratio < 1 ? messages.dividedBy(written(1 / ratio)) : messages.times(written(ratio))
}
