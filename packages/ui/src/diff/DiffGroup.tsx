import { useId, useState, type MouseEvent, type ReactNode } from 'react'
import { useFocusDrawn } from '../effects/useFocusDrawn.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { DiffGroupModel } from './diffModel.ts'
import { DiffTable } from './DiffTable.tsx'
import { InspectedParam } from './InspectedParam.tsx'
import { SameTable } from './SameTable.tsx'
import type { DiffColumn } from './useDiffColumns.ts'
import type { InspectedDiffCell } from './inspectedDiffCell.ts'

export interface DiffGroupProps {
  readonly group: DiffGroupModel
  readonly columns: readonly DiffColumn[]
  readonly baselineId: string
  readonly highlightedRunId: string | null
  readonly isOpen: boolean
  readonly onToggle: () => void
}

const rowsAtOnce = 50

/** Parameters of one kind under a button that folds them. Renders a `<section>`. */
export function DiffGroup(props: DiffGroupProps): ReactNode {
  const { group, columns, baselineId, highlightedRunId, isOpen, onToggle } = props
  const messages = useMessages().diff
  const { count } = useFormatters()
  const id = useId()
  const { rows, total, kind } = group
  const counted =
    rows.length === total ? count(total) : messages.matching(count(rows.length), count(total))
  return (
    <section className="runoff-diff-group" data-kind={kind} aria-labelledby={`${id}title`}>
      <button
        type="button"
        className="runoff-diff-fold"
        aria-expanded={isOpen}
        aria-controls={isOpen && rows.length > 0 ? `${id}body` : undefined}
        onClick={onToggle}
      >
        <span className="runoff-diff-arrow" aria-hidden="true" />
        <span id={`${id}title`}>{messages[kind]}</span>{' '}
        <span className="runoff-diff-count">{counted}</span>
      </button>
      {isOpen && rows.length > 0 && (
        <div id={`${id}body`} className="runoff-diff-body">
          <GroupBody
            group={group}
            columns={columns}
            baselineId={baselineId}
            highlightedRunId={highlightedRunId}
          />
        </div>
      )}
    </section>
  )
}

type GroupBodyProps = Omit<DiffGroupProps, 'isOpen' | 'onToggle'>

function GroupBody(props: GroupBodyProps): ReactNode {
  const { group, columns, baselineId, highlightedRunId } = props
  const messages = useMessages().diff
  const { count } = useFormatters()
  const [limit, setLimit] = useState(rowsAtOnce)
  const focusDrawn = useFocusDrawn()
  const [inspected, setInspected] = useState<InspectedDiffCell | null>(null)
  const rows = group.rows.slice(0, limit)
  const left = group.rows.length - rows.length
  const shared = { rows, columns, inspected, onInspect: setInspected, title: messages[group.kind] }
  const showMore = ({ currentTarget }: MouseEvent<HTMLElement>): void => {
    const body = currentTarget.parentElement
    const next = CSS.escape(group.rows[limit]?.key ?? '')
    // The last ones take the button with them.
    if (left <= rowsAtOnce) {
      focusDrawn(() => body?.querySelector<HTMLElement>(`[data-row="${next}"] th`) ?? null)
    }
    setLimit(limit + rowsAtOnce)
  }
  const isShared = group.kind === 'same' || group.kind === 'values'
  return (
    <>
      {isShared ? (
        <SameTable {...shared} />
      ) : (
        <DiffTable {...shared} baselineId={baselineId} highlightedRunId={highlightedRunId} />
      )}
      {left > 0 && (
        <button type="button" className="runoff-button" onClick={showMore}>
          {messages.moreRows(count(Math.min(left, rowsAtOnce)))}
        </button>
      )}
      <InspectedParam
        inspected={inspected}
        rows={rows}
        columns={columns}
        baselineId={isShared ? null : baselineId}
      />
    </>
  )
}
