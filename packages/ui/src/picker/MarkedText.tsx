import type { ReactNode } from 'react'
import { markedParts, type FindMarks } from './markedParts.ts'

export interface MarkedTextProps {
  readonly text: string
  readonly findMarks: FindMarks
}

/** A text in which what the search has found is marked. Renders text and `<mark>` elements. */
export function MarkedText({ text, findMarks }: MarkedTextProps): ReactNode {
  const marks = findMarks(text)
  if (marks.length === 0) return text
  return markedParts(text, marks).map(({ text: part, isMarked }, place) =>
    // oxlint-disable-next-line react/no-array-index-key -- Pieces of one text have no other name.
    isMarked ? <mark key={place}>{part}</mark> : part,
  )
}
