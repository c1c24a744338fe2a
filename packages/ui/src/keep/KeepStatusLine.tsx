import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { KeepStatus } from './useKeep.ts'

export interface KeepStatusLineProps {
  readonly status: KeepStatus
  readonly onCancel: () => void
}

/** How far it is, what came of it, and what must be copied by hand. Renders a `<div>`. */
export function KeepStatusLine({ status, onCancel }: KeepStatusLineProps): ReactNode {
  const { keep } = useMessages()
  const { text, progress, byHand } = status
  return (
    <div className="runoff-keep-status">
      <p role="status">{text}</p>
      {progress !== null && (
        <>
          <progress aria-label={keep.progress} value={progress} max={1} />
          <button className="runoff-button" type="button" onClick={onCancel}>
            {keep.cancel}
          </button>
        </>
      )}
      {byHand !== null && <ByHand key={byHand.text} {...byHand} />}
    </div>
  )
}

/** A field with its text selected, so that it is copied by one press of keys. */
function ByHand({ label, text }: NonNullable<KeepStatus['byHand']>): ReactNode {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])
  return (
    <div className="runoff-keep-by-hand">
      <label htmlFor={id}>{label}</label>
      <textarea ref={field} id={id} readOnly rows={3} value={text} spellCheck={false} />
    </div>
  )
}
