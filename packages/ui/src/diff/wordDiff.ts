import { diffWordsWithSpace } from 'diff'

/** A piece of a text against another: in both, only in this one, or only in the other. */
export interface WordPart {
  readonly kind: 'both' | 'added' | 'removed'
  readonly text: string
}

/** Longer texts are not compared: nobody reads so many marks, and it would be felt. */
const longestCompared = 20_000
const mostEdits = 1500
const timeoutMs = 100

/** Returns a text as pieces by words against another; `null` where they have too little in common. */
export function wordDiff(baseline: string, text: string): readonly WordPart[] | null {
  if (Math.max(baseline.length, text.length) > longestCompared) return null
  const options = { maxEditLength: mostEdits, timeout: timeoutMs }
  // Past either bound the library gives nothing.
  const changes = diffWordsWithSpace(baseline, text, options)
  if (changes === undefined) return null
  return changes.map(({ added, removed, value }) => ({ kind: kindOf(added, removed), text: value }))
}

function kindOf(added: boolean, removed: boolean): WordPart['kind'] {
  if (added) return 'added'
  return removed ? 'removed' : 'both'
}
