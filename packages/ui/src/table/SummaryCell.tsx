import type { Objective } from '@runoff/core'
import type { ReactNode } from 'react'
import { formatMetric, noValue } from '../format/formatNumber.ts'
import { shortenName } from '../format/shortenName.ts'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { deltaText } from '../recommendation/deltaText.ts'
import type { TableMessages } from './messages.ts'
import type { SummaryColumnId } from './summaryColumns.ts'
import type { SummaryMark } from './summaryMark.ts'
import type { SummaryRow } from './summaryRow.ts'
import { summaryText, type CellText } from './summaryText.ts'

/** Longer texts are cut; the whole is in the cell's title. */
const textLength = 32

const textColumns: ReadonlySet<SummaryColumnId> = new Set(['model', 'status', 'dataset'])

export interface SummaryCellProps {
  readonly row: SummaryRow
  readonly column: SummaryColumnId
  readonly objective: Objective
  readonly mark: SummaryMark
  readonly tabIndex: number
}

/** What the summary table says of a run in one column. Renders a `<td>`. */
export function SummaryCell(props: SummaryCellProps): ReactNode {
  const { row, column, objective, mark, tabIndex } = props
  const { table: messages, format } = useMessages()
  const content = summaryText(column, row, { objective, messages, statuses: format.statuses })
  return (
    <td
      data-column={column}
      data-kind={textColumns.has(column) ? 'text' : 'number'}
      data-standing={mark.standing ?? undefined}
      data-large-gap={mark.isLargeGap ? '' : undefined}
      tabIndex={tabIndex}
      title={content === null ? messages.noValue : visibleText(content.full)}
    >
      {content === null ? (
        <NoValue messages={messages} />
      ) : (
        <Value content={content} mark={mark} messages={messages} />
      )}
    </td>
  )
}

function NoValue({ messages }: { readonly messages: TableMessages }): ReactNode {
  return (
    <>
      <span aria-hidden="true">{noValue}</span>
      <span className="runoff-spoken">{messages.noValue}</span>
    </>
  )
}

interface ValueProps {
  readonly content: CellText
  readonly mark: SummaryMark
  readonly messages: TableMessages
}

function Value({ content, mark, messages }: ValueProps): ReactNode {
  const { format } = useMessages()
  return (
    <>
      <bdi>{shortenName(visibleText(content.text), textLength)}</bdi>
      {mark.endedIn !== null && (
        <small className="runoff-summary-note"> {format.endedIn(formatMetric(mark.endedIn))}</small>
      )}
      {mark.isLastOnly && <small className="runoff-summary-note"> {messages.lastOnly}</small>}
      {mark.standing === 'best' && <Mark glyph="★" word={messages.best} />}
      {mark.standing === 'worst' && <Mark glyph="▽" word={messages.worst} />}
      {mark.isLargeGap && <Mark glyph="▲" word={messages.largeGap} />}
      {mark.delta !== null && mark.delta.severity !== 'none' && (
        <span className="runoff-summary-delta" data-severity={mark.delta.severity}>
          {messages.worse(deltaText(mark.delta))}
        </span>
      )}
    </>
  )
}

/** A sign for the eye, and the word for it for everyone else. */
function Mark({ glyph, word }: { readonly glyph: string; readonly word: string }): ReactNode {
  return (
    <>
      <span className="runoff-summary-mark" aria-hidden="true">
        {glyph}
      </span>
      <span className="runoff-spoken"> {word}</span>
    </>
  )
}
