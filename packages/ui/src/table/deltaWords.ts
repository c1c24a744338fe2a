import type { Formatters } from '../format/formatters.ts'
import type { CellDelta } from './cellDelta.ts'
import type { TableMessages } from './messages.ts'

/** Below this a percentage with one digit would read as none at all. */
const smallestPercent = 0.1

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
  return messages[direction](percent === null ? write(size) : percentText(percent, formatters))
}

function percentText(percent: number, formatters: Formatters): string {
  if (percent > 0 && percent < smallestPercent) return `< ${formatters.percent(smallestPercent)}`
  return formatters.percent(percent)
}
