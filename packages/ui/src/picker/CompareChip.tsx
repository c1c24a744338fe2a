import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { RunColor } from '../style/RunColor.tsx'
import type { RunStyle } from '../style/runStyle.ts'
import { useRunTitle, type NamedRun } from './useRunTitle.ts'

export interface CompareChipProps {
  readonly run: NamedRun
  /** Whether another of the selected runs has this name too. */
  readonly hasRepeatedName: boolean
  readonly style: RunStyle | null
  readonly onRemove: () => void
}

/** One selected run and the button that removes it. Renders a `<li>`. */
export function CompareChip({
  run,
  hasRepeatedName,
  style,
  onRemove,
}: CompareChipProps): ReactNode {
  const { picker } = useMessages()
  const { fullName: name } = useRunTitle(run, hasRepeatedName)
  return (
    <li className="runoff-compare-chip" data-run={run.id}>
      {style !== null && <RunColor style={style} />}
      <bdi className="runoff-compare-name" title={name}>
        {name}
      </bdi>
      <button
        className="runoff-compare-remove"
        type="button"
        aria-label={picker.removeRun(name)}
        title={picker.removeRun(name)}
        onClick={onRemove}
      >
        <svg
          className="runoff-picker-icon"
          viewBox="0 0 12 12"
          aria-hidden="true"
          focusable="false"
        >
          <path d="M3 3l6 6M9 3l-6 6" />
        </svg>
      </button>
    </li>
  )
}
