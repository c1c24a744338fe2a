import type { Formatters } from '../format/formatters.ts'
import { deltaText } from '../recommendation/deltaText.ts'
import type { CellDelta } from './cellDelta.ts'
import type { TableMessages } from './messages.ts'

export interface DeltaWordsContext {
  readonly messages: TableMessages
  readonly formatters: Formatters
  /** Writes a difference that has no percentage, in the unit of its column. */
  readonly write: (value: number) => string
}

/** Returns a difference in words: `15.2 % worse`, `0.012 better`, `< 0.1 % more`, `equal`. */
export function deltaWords(
  { direction, size, percent }: CellDelta,
  { messages, formatters, write }: DeltaWordsContext,
): string {
  if (direction === 'equal') return messages.equal
  const text = percent === null ? write(size) : deltaText({ absolute: size, percent }, formatters)
  return messages[direction](text)
}
