import type { TableView } from '@runoff/core'
import { useId, useMemo, type ReactNode } from 'react'
import { shortenName } from '../format/shortenName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { ColumnChooser } from './ColumnChooser.tsx'
import { CopyTableMenu } from './CopyTableMenu.tsx'
import { hasSeeds } from './summaryLines.ts'
import type { SummaryModel } from './summaryModel.ts'
import { lineName } from './summaryTextTable.ts'

export interface SummaryToolbarProps {
  /** Of the title, which names the table. */
  readonly titleId: string
  readonly model: SummaryModel
  readonly view: TableView
  readonly onChange: (change: Partial<TableView>) => void
  readonly onSaid: (text: string) => void
}

const shownName = 24

/** The title of the table, and what it is arranged by. Renders a `<div>`. */
export function SummaryToolbar(props: SummaryToolbarProps): ReactNode {
  const { titleId, model, view, onChange, onSaid } = props
  const { table: messages } = useMessages()
  const { isGrouped, isTransposed } = view
  const reasonId = useId()
  const canGroup = useMemo(() => hasSeeds(model.rows), [model.rows])
  const against =
    model.isBaselineChosen && model.baseline !== null ? lineName(model.baseline, model) : null
  return (
    <div className="runoff-summary-bar">
      <div className="runoff-summary-title" id={titleId}>
        {messages.summary}
      </div>
      <div className="runoff-summary-controls" role="group" aria-label={messages.controls}>
        {against !== null && (
          <button
            type="button"
            className="runoff-button runoff-summary-against"
            title={messages.againstBest}
            onClick={() => onChange({ baselineId: null })}
          >
            <bdi>{messages.against(shortenName(against, shownName))}</bdi>
            <span aria-hidden="true"> ×</span>
            <span className="runoff-spoken">. {messages.againstBest}</span>
          </button>
        )}
        <button
          type="button"
          className="runoff-button"
          aria-pressed={isGrouped}
          // In words alone, so that the focus can reach it and what says why.
          aria-disabled={!canGroup && !isGrouped}
          aria-describedby={canGroup ? undefined : reasonId}
          title={canGroup ? undefined : messages.noSeeds}
          onClick={() => (canGroup || isGrouped) && onChange({ isGrouped: !isGrouped })}
        >
          {messages.groupSeeds}
        </button>
        {!canGroup && (
          <span id={reasonId} hidden>
            {messages.noSeeds}
          </span>
        )}
        <button
          type="button"
          className="runoff-button"
          aria-pressed={isTransposed}
          onClick={() => onChange({ isTransposed: !isTransposed })}
        >
          {messages.runsAsColumns}
        </button>
        <ColumnChooser model={model} view={view} onChange={onChange} />
        <CopyTableMenu model={model} view={view} onSaid={onSaid} />
      </div>
    </div>
  )
}
