import { useState, type ReactNode } from 'react'
import { writeToClipboard } from '../effects/writeToClipboard.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'

export interface CopyButtonProps {
  readonly text: string
}

/** Copies a text, and says whether it did. Renders a `<button>` and a `<span>`. */
export function CopyButton({ text }: CopyButtonProps): ReactNode {
  const { copy, copied, copyFailed } = useMessages().recommendation.checkpoint
  const [state, setState] = useState<{ readonly text: string; readonly isDone: boolean } | null>(
    null,
  )
  // What was said of one path does not hold for the next.
  const said = state?.text === text ? state : null
  const onClick = async (): Promise<void> => {
    setState({ text, isDone: await writeToClipboard(text) })
  }
  return (
    <>
      <button className="runoff-recommendation-button" type="button" onClick={() => void onClick()}>
        {copy}
      </button>{' '}
      <span className="runoff-recommendation-muted" role="status">
        {said !== null && (said.isDone ? copied : copyFailed)}
      </span>
    </>
  )
}
