import type { Significance, SignificancePair } from '@runoff/core/stats'
import type { Formatters } from '../format/formatters.ts'
import type { SignificanceMessages } from './messages.ts'

/** Returns why a pair has too few seeds, `null` where its number of seeds is not the reason. */
export function tooFewSeedsText(
  { a, b }: Pick<SignificancePair, 'a' | 'b'>,
  messages: Pick<SignificanceMessages, 'singleSeed'>,
): string | null {
  return Math.min(a.n, b.n) < 2 ? messages.singleSeed : null
}

/** Returns what so few seeds can show at all, `''` where no configuration has several. */
export function visibleDifferenceText(
  { groups, smallestDifference }: Pick<Significance, 'groups' | 'smallestDifference'>,
  messages: Pick<SignificanceMessages, 'visibleDifference'>,
  { marked }: Formatters,
): string {
  const seeds = groups.map(({ n }) => n).filter((n) => n > 1)
  if (smallestDifference === null || seeds.length === 0) return ''
  const sds = smallestDifference.toFixed(1).replace(/\.0$/, '')
  return messages.visibleDifference(Math.min(...seeds), marked(sds))
}
