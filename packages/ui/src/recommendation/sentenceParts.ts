/** A stretch of a sentence: words, or a name that must not turn the words beside it. */
export interface SentencePart {
  readonly text: string
  readonly isName: boolean
}

const isolate = '\u2068'
const endOfIsolate = '\u2069'

/** Returns the words and the names of a sentence, in order; names stand between isolates in it. */
export function sentenceParts(sentence: string): readonly SentencePart[] {
  const parts: SentencePart[] = []
  let start = 0
  while (start < sentence.length) {
    const open = sentence.indexOf(isolate, start)
    const close = open < 0 ? -1 : sentence.indexOf(endOfIsolate, open)
    if (close < 0) break
    if (open > start) parts.push({ text: sentence.slice(start, open), isName: false })
    parts.push({ text: sentence.slice(open + 1, close), isName: true })
    start = close + 1
  }
  const rest = sentence.slice(start)
  return rest === '' ? parts : [...parts, { text: rest, isName: false }]
}
