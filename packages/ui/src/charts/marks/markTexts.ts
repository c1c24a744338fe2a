import type { ChartWords } from '../chartWords.ts'
import type { MarkKind, PlacedMark, PlacedMarks } from './placeMarks.ts'

/** Returns each mark as a sentence of its own: `lr-3e-4: diverged at step 812`. */
export function markTexts(
  marks: readonly PlacedMark[],
  { messages }: Pick<ChartWords, 'messages'>,
): readonly string[] {
  return marks.map(({ name, label }) => messages.marks.ofLine(name, label))
}

/** In the order in which they matter. */
const kinds: readonly MarkKind[] = ['best', 'end', 'divergence', 'restart', 'spike']

/**
 * Returns what is marked as one sentence, and how many marks were left out: `Marked: 2 best
 * checkpoints, 3 spikes. 4 more spikes are not shown.` Empty where nothing is marked.
 */
export function markSummary(
  { marks, leftOut }: PlacedMarks,
  { messages, formatters }: ChartWords,
): string {
  const words = messages.marks
  const parts = kinds.flatMap((kind) => {
    const count = marks.filter((mark) => mark.kind === kind).length
    return count === 0 ? [] : [words.count[kind](count, formatters.count(count))]
  })
  if (parts.length === 0) return ''
  const shown = words.summary(parts)
  if (leftOut === 0) return shown
  return formatters.sentences([shown, words.leftOut(leftOut, formatters.count(leftOut))])
}
