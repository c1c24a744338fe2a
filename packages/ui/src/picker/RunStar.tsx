import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'

export interface RunStarProps {
  readonly id: string
}

/** Marks the recommended run. Renders a `<span>`. */
export function RunStar({ id }: RunStarProps): ReactNode {
  const { picker } = useMessages()
  return (
    <span className="runoff-picker-star" title={picker.recommended}>
      <svg className="runoff-picker-icon" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d="M6 .8l1.6 3.3 3.6.5-2.6 2.5.6 3.6L6 9l-3.2 1.7.6-3.6L.8 4.6l3.6-.5z" />
      </svg>
      <span className="runoff-spoken" id={id}>
        {picker.recommended}
      </span>
    </span>
  )
}
