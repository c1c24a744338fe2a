import { cleanModelName, type Run } from '@runoff/core'

export type RunMatcher = (run: Run) => boolean

/**
 * Returns what finds runs by words: each word of the search must stand in the name, the model or
 * the dataset, in capitals or not. A run is also found by its whole id.
 *
 * Missing: an empty search finds every run.
 */
export function textMatcher(search: string): RunMatcher {
  const words = searchedWords(search)
  if (words.length === 0) return () => true
  return (run) => {
    const texts = plainTexts(run)
    return run.id === search || words.every((word) => texts.some((text) => text.includes(word)))
  }
}

/** Returns the words of a search, in lower case. */
export function searchedWords(search: string): readonly string[] {
  return search.toLowerCase().split(' ').filter(Boolean)
}

/** Returns what finds runs of which the name, the model or the dataset passes the test. */
export function patternMatcher(test: (text: string) => boolean): RunMatcher {
  const known = new Map<string, boolean>()
  // Thousands of runs share a few models and datasets.
  const testOnce = (text: string): boolean => {
    const answer = known.get(text) ?? test(text)
    known.set(text, answer)
    return answer
  }
  return (run) => searchedTexts(run).some(testOnce)
}

const plain = new WeakMap<Run, readonly string[]>()

/** A run is searched again with each key that is pressed, and never changes. */
function plainTexts(run: Run): readonly string[] {
  const known = plain.get(run)
  if (known !== undefined) return known
  const texts = searchedTexts(run).map((text) => text.toLowerCase())
  plain.set(run, texts)
  return texts
}

function searchedTexts({ name, model, dataset }: Run): readonly string[] {
  const texts = [name]
  if (model !== null) texts.push(model, cleanModelName(model))
  if (dataset !== null) texts.push(dataset)
  return texts
}
