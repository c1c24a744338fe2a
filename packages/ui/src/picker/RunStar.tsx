import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useStarText } from '../recommendation/RecommendationProvider.tsx'
import { StarIcon } from '../recommendation/StarIcon.tsx'

export interface RunStarProps {
  readonly id?: string
}

/** Marks the recommended run; why it is, where the page knows, on hover. Renders a `<span>`. */
export function RunStar({ id }: RunStarProps): ReactNode {
  const { picker } = useMessages()
  const starText = useStarText()
  return (
    <span className="runoff-picker-star" title={starText ?? picker.recommended}>
      <StarIcon className="runoff-picker-icon" />
      <span className="runoff-spoken" id={id}>
        {picker.recommended}
      </span>
    </span>
  )
}
