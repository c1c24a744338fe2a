import { paramNumber, type ParamRow, type ParamValue } from '@runoff/core'
import type { Formatters } from '../format/formatters.ts'
import { visibleText } from '../format/visibleText.ts'
import { formatParam } from '../params/formatParam.ts'
import type { DiffMessages } from './messages.ts'

/** What a cell says of a value. */
export interface ValueText {
  /** How the value is read; `word` is no text of the log, such as `not set` or `null`. */
  readonly kind: 'number' | 'text' | 'word'
  /** As people write it; texts are whole. */
  readonly text: string
  /** Every digit or character that was logged. */
  readonly full: string
}

export type WriteValue = (value: ParamValue | undefined) => ValueText

/** Texts that are longer, or have lines, are shown in part until they are asked for. */
export const longestText = 60

/**
 * Returns what writes the values of one parameter: numbers with four significant digits, or with
 * all of them where two that differ would look the same.
 */
export function writeValues(
  { field, values }: Pick<ParamRow, 'field' | 'values'>,
  formatters: Formatters,
  messages: DiffMessages,
): WriteValue {
  const isRate =
    field === 'learningRate' || field === 'maxLearningRate' || field === 'minLearningRate'
  const short = (number: number): string =>
    isRate && Math.abs(number) < 0.1
      ? formatters.learningRate(number)
      : formatParam(number, formatters)
  const numbers = [...new Set([...values.values()].map(paramNumber))].filter((n) => n !== null)
  const isExact = new Set(numbers.map(short)).size < numbers.length
  const write = isExact ? formatters.full : short
  return (value) => valueText(value, write, { formatters, messages })
}

interface Words {
  readonly formatters: Formatters
  readonly messages: DiffMessages
}

function valueText(
  value: ParamValue | undefined,
  write: (number: number) => string,
  { formatters, messages }: Words,
): ValueText {
  if (value === undefined) return word(messages.notSet)
  if (value === null) return word('null')
  if (typeof value === 'boolean') return { kind: 'text', text: `${value}`, full: `${value}` }
  const number = paramNumber(value)
  if (number !== null) {
    const full = typeof value === 'number' ? formatters.full(value) : visibleText(value)
    return { kind: 'number', text: write(number), full }
  }
  const text = String(value)
  if (text === '') return word(messages.emptyText)
  const shown = text.trim() === '' ? JSON.stringify(text) : visibleLines(text)
  return { kind: 'text', text: shown, full: shown }
}

function word(text: string): ValueText {
  return { kind: 'word', text, full: text }
}

/** Returns a text in which nothing is hidden but where its lines end. */
function visibleLines(text: string): string {
  return text.split(/\r?\n/).map(visibleText).join('\n')
}

/** Whether a value is shown in part until it is asked for. */
export function isLongValue(value: ParamValue | undefined): boolean {
  return typeof value === 'string' && (value.length > longestText || value.includes('\n'))
}
