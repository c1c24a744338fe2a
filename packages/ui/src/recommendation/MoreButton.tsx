import type { ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { CutList } from './useCutList.ts'

export interface MoreButtonProps {
  readonly cut: CutList<unknown>
}

/** Shows all of a long list, or its beginning again. Renders a `<button>`, or nothing for a short one. */
export function MoreButton({ cut }: MoreButtonProps): ReactNode {
  const { showAll, showFewer } = useMessages().recommendation
  const { count } = useFormatters()
  if (!cut.isLong) return null
  return (
    <button
      className="runoff-recommendation-button"
      type="button"
      aria-expanded={cut.isOpen}
      onClick={cut.toggle}
    >
      {cut.isOpen ? showFewer : showAll(count(cut.total))}
    </button>
  )
}
