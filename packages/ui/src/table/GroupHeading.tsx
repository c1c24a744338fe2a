import { useId, type ReactNode } from 'react'
import { shortenName } from '../format/shortenName.ts'
import { visibleText } from '../format/visibleText.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { longestName } from './fitWidth.ts'
import type { GroupLine } from './summaryLines.ts'

export interface GroupHeadingProps {
  readonly line: GroupLine
  readonly scope: 'row' | 'col'
  readonly isOpen: boolean
  readonly tabIndex: number
  readonly onOpen: (key: string, isOpen: boolean) => void
}

/** The head of a configuration: what opens it, its name and how many seeds it has. Renders a `<th>`. */
export function GroupHeading({
  line,
  scope,
  isOpen,
  tabIndex,
  onOpen,
}: GroupHeadingProps): ReactNode {
  const { table: messages } = useMessages()
  const { count } = useFormatters()
  const nameId = useId()
  const name = visibleText(line.name)
  return (
    <th
      scope={scope}
      data-column="run"
      data-row={line.key}
      tabIndex={tabIndex}
      title={name}
      aria-labelledby={nameId}
    >
      <span className="runoff-summary-heading">
        <button
          type="button"
          className="runoff-summary-icon runoff-summary-open"
          tabIndex={-1}
          aria-expanded={isOpen}
          aria-label={messages.showSeeds(name)}
          onClick={() => onOpen(line.key, !isOpen)}
        />
        <span className="runoff-summary-run" id={nameId}>
          <bdi>{shortenName(name, longestName)}</bdi>
          <small className="runoff-summary-note">
            {' '}
            {messages.seeds(line.replicates.length, count)}
          </small>
        </span>
      </span>
    </th>
  )
}
