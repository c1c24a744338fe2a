import type { Run } from '@runoff/core'
import { Fragment, type ReactNode } from 'react'
import { RunNameLink } from './RunNameLink.tsx'
import { sentenceParts } from './sentenceParts.ts'

export interface SentenceProps {
  /** With names between U+2068 and U+2069. */
  readonly text: string
  /** Runs by what they are called: their names stand out. */
  readonly runs?: ReadonlyMap<string, Run> | undefined
  readonly onOpenRun?: ((run: Run) => void) | undefined
}

/** A sentence whose names cannot reorder it. Renders text, `<bdi>` and `<strong>`. */
export function Sentence({ text, runs, onOpenRun }: SentenceProps): ReactNode {
  return sentenceParts(text).map((part, place) => {
    // oxlint-disable-next-line react/no-array-index-key -- a sentence is replaced as a whole
    if (!part.isName) return <Fragment key={place}>{part.text}</Fragment>
    const run = runs?.get(part.text)
    // oxlint-disable-next-line react/no-array-index-key -- a sentence is replaced as a whole
    if (run === undefined) return <bdi key={place}>{part.text}</bdi>
    return (
      // oxlint-disable-next-line react/no-array-index-key -- a sentence is replaced as a whole
      <strong key={place}>
        <RunNameLink run={run} name={part.text} onOpenRun={onOpenRun} />
      </strong>
    )
  })
}
