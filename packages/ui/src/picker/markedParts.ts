/** Where something stands in a text: from the first character to the one behind the last. */
export type Mark = readonly [from: number, to: number]

/** Finds what a search has found within a text, from left to right. */
export type FindMarks = (text: string) => readonly Mark[]

/** A piece of a text. */
export interface TextPart {
  readonly text: string
  readonly isMarked: boolean
}

/** Finds nothing. */
export const noMarks: FindMarks = () => []

/** Returns what finds each of these words, in capitals or not. */
export function wordMarks(words: readonly string[]): FindMarks {
  if (words.length === 0) return noMarks
  return (text) => {
    const plain = text.toLowerCase()
    // A few letters are longer in lower case: then places in one are none in the other.
    if (plain.length !== text.length) return []
    return words.flatMap((word) => placesOf(word, plain))
  }
}

/** Returns a text in pieces, of which those found are marked; where they overlap they are one. */
export function markedParts(text: string, marks: readonly Mark[]): readonly TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const [from, to] of joinedMarks(marks)) {
    if (from > end) parts.push({ text: text.slice(end, from), isMarked: false })
    parts.push({ text: text.slice(from, to), isMarked: true })
    end = to
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMarked: false })
  return parts
}

function placesOf(word: string, text: string): readonly Mark[] {
  const places: Mark[] = []
  let from = text.indexOf(word)
  while (from >= 0) {
    places.push([from, from + word.length])
    from = text.indexOf(word, from + word.length)
  }
  return places
}

function joinedMarks(marks: readonly Mark[]): readonly Mark[] {
  const joined: Mark[] = []
  for (const [from, to] of marks.toSorted((a, b) => a[0] - b[0])) {
    if (to <= from) continue
    const last = joined.at(-1)
    if (last === undefined || from > last[1]) joined.push([from, to])
    else joined[joined.length - 1] = [last[0], Math.max(last[1], to)]
  }
  return joined
}
