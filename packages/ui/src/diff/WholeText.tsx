import { useMemo, type ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { wordDiff, type WordPart } from './wordDiff.ts'

export interface WholeTextProps {
  readonly text: string
  /** What it is set against; `null` is nothing. */
  readonly baseline: string | null
}

/** What is longer is for an editor. */
const longestShown = 20_000

/** A long text, what it adds to the baseline's and what it lacks marked by words. Renders a `<div>`. */
export function WholeText({ text, baseline }: WholeTextProps): ReactNode {
  const { diff: messages } = useMessages()
  const { count } = useFormatters()
  const parts = useMemo(
    () => (baseline === null || baseline === text ? undefined : wordDiff(baseline, text)),
    [baseline, text],
  )
  const left = text.length - longestShown
  return (
    <div className="runoff-diff-text" dir="auto">
      {parts === null && <p className="runoff-diff-note">{messages.notCompared}</p>}
      {parts === undefined || parts === null ? text.slice(0, longestShown) : parts.map(Part)}
      {left > 0 && <p className="runoff-diff-note">{messages.moreCharacters(count(left))}</p>}
    </div>
  )
}

/** The parts of one text keep their places. */
function Part({ kind, text }: WordPart, place: number): ReactNode {
  if (kind === 'added') return <ins key={place}>{text}</ins>
  return kind === 'removed' ? <del key={place}>{text}</del> : <span key={place}>{text}</span>
}
