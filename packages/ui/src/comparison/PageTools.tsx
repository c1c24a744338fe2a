import type { Run } from '@runoff/core'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { ComparisonSubject } from './ComparisonSections.tsx'
import { ObjectiveChooser } from './ObjectiveChooser.tsx'

export interface PageToolsProps extends Pick<ComparisonSubject, 'objective' | 'onViewChange'> {
  readonly runs: readonly Run[]
  readonly onKeysOpen: () => void
}

/** What is set for the whole page: what runs are judged by; and the list of keys. Renders a `<div>`. */
export function PageTools({
  runs,
  objective,
  onViewChange,
  onKeysOpen,
}: PageToolsProps): ReactNode {
  const { comparison } = useMessages()
  return (
    <div className="runoff-comparison-tools">
      <ObjectiveChooser
        runs={runs}
        objective={objective}
        onObjectiveChange={(next) => onViewChange({ objective: next })}
      />
      <button
        type="button"
        className="runoff-button runoff-comparison-keys"
        aria-keyshortcuts="?"
        aria-haspopup="dialog"
        onClick={onKeysOpen}
      >
        {comparison.keys}
      </button>
    </div>
  )
}
