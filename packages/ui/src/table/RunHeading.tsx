import type { Run } from '@runoff/core'
import { useId, type ReactNode } from 'react'
import { shortenName } from '../format/shortenName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { RunStar } from '../picker/RunStar.tsx'
import { useRunTitle } from '../picker/useRunTitle.ts'
import { RunColor } from '../style/RunColor.tsx'
import type { RunStyle } from '../style/runStyle.ts'
import { longestName } from './fitWidth.ts'

const idLength = 12

export interface RunHeadingProps {
  readonly run: Run
  /** The key of its line. */
  readonly line: string
  readonly scope: 'row' | 'col'
  /** Whether another row has a name that looks the same. */
  readonly isRepeated: boolean
  readonly isRecommended: boolean
  readonly isBaseline: boolean
  /** Whether it stands under its configuration. */
  readonly isSeed: boolean
  readonly style: RunStyle | null
  readonly tabIndex: number
  readonly onBaseline: (runId: string | null) => void
}

/** The head of a run: its colour and name, and what makes it the baseline. Renders a `<th>`. */
export function RunHeading(props: RunHeadingProps): ReactNode {
  const { run, line, scope, isRepeated, isRecommended, isBaseline, isSeed, style, tabIndex } = props
  const { name, id, fullName } = useRunTitle(run, isRepeated)
  const { table: messages } = useMessages()
  const nameId = useId()
  return (
    <th
      scope={scope}
      data-column="run"
      data-row={line}
      data-seed={isSeed ? '' : undefined}
      tabIndex={tabIndex}
      title={fullName}
      aria-labelledby={nameId}
    >
      <span className="runoff-summary-heading">
        <span className="runoff-summary-run" id={nameId}>
          {style !== null && <RunColor style={style} />}
          <bdi>{shortenName(name, longestName)}</bdi>
          {id !== null && (
            <small className="runoff-summary-note">
              {' '}
              <bdi>{shortenName(id, idLength)}</bdi>
            </small>
          )}
          {isRecommended && (
            <>
              {' '}
              <RunStar />
            </>
          )}
          {isBaseline && <small className="runoff-summary-note"> {messages.baseline}</small>}
        </span>
        <button
          type="button"
          className="runoff-summary-icon runoff-summary-baseline"
          tabIndex={-1}
          aria-pressed={isBaseline}
          aria-label={messages.takeAsBaseline(fullName)}
          title={messages.takeAsBaseline(fullName)}
          onClick={() => props.onBaseline(isBaseline ? null : run.id)}
        />
      </span>
    </th>
  )
}
