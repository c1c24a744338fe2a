import type { Formatters } from '../format/formatters.ts'
import type { CellText } from './summaryText.ts'
import type { GroupStat } from './summaryLines.ts'

/** Beyond these the decimals of a number are too many or too few to be read. */
const leastMagnitude = 1e-3
const greatestMagnitude = 1e6

/**
 * Returns a mean with its standard deviation, both to the digits that the spread bears, which are
 * two: `0.2345 ± 0.0041`. Missing: the mean alone where there is no spread.
 */
export function plusMinus(
  { mean, sd }: Pick<GroupStat, 'mean' | 'sd'>,
  write: (value: number) => string,
  formatters: Formatters,
): CellText {
  if (sd === null || sd === 0) return { text: write(mean), full: formatters.full(mean) }
  const full = `${formatters.full(mean)} ± ${formatters.full(sd)}`
  const magnitude = Math.max(Math.abs(mean), sd)
  const isPlain = write === formatters.metric && magnitude >= leastMagnitude
  if (!isPlain || magnitude >= greatestMagnitude) {
    return { text: `${write(mean)} ± ${write(sd)}`, full }
  }
  const decimals = Math.min(8, Math.max(0, 1 - Math.floor(Math.log10(sd))))
  const fixed = (value: number): string =>
    formatters.marked(value.toFixed(decimals).replace('-', '−'))
  return { text: `${fixed(mean)} ± ${fixed(sd)}`, full }
}
