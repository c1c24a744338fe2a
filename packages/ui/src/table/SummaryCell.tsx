import type { CSSProperties, ReactNode } from 'react'
import { noValue } from '../format/formatNumber.ts'
import { shortenMiddle, shortenName } from '../format/shortenName.ts'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { longestText } from './fitWidth.ts'
import type { SummaryColumn } from './summaryColumns.ts'
import type { SummaryLine } from './summaryLines.ts'
import type { SummaryCellModel, SummaryModel } from './summaryModel.ts'

/** What the ends of a place in a file system say is what tells it from others. */
const cutInTheMiddle: ReadonlySet<string> = new Set(['checkpoint', 'runId'])

export interface SummaryCellProps {
  readonly model: SummaryModel
  readonly line: SummaryLine
  readonly column: SummaryColumn
  readonly tabIndex: number
  readonly isPinned: boolean
  readonly style: CSSProperties | undefined
  readonly onCopy: (text: string) => void
}

/** What the table says of a line in one column. Renders a `<td>`. */
export function SummaryCell(props: SummaryCellProps): ReactNode {
  const { model, line, column, tabIndex, isPinned, style, onCopy } = props
  const cell = model.cellOf(line, column)
  const { content, missing, mark } = cell
  return (
    <td
      data-column={column.id}
      data-row={line.key}
      data-kind={column.isText ? 'text' : 'number'}
      data-standing={mark.standing ?? undefined}
      data-large-gap={mark.isLargeGap ? '' : undefined}
      data-pinned={isPinned ? '' : undefined}
      tabIndex={tabIndex}
      title={content === null ? missing : visibleText(content.full)}
      style={style}
    >
      {content === null ? (
        <>
          <span aria-hidden="true">{noValue}</span>
          <span className="runoff-spoken">{missing}</span>
        </>
      ) : (
        <Value cell={cell} text={content.text} column={column} model={model} />
      )}
      {column.id === 'checkpoint' && content !== null && line.kind === 'run' && (
        <CopyPath path={content.full} line={line} onCopy={onCopy} />
      )}
    </td>
  )
}

interface ValueProps {
  readonly cell: SummaryCellModel
  readonly text: string
  readonly column: SummaryColumn
  readonly model: SummaryModel
}

function Value({ cell, text, column, model }: ValueProps): ReactNode {
  const { mark, delta, isDeltaShown } = cell
  const { messages, format, formatters } = model.context
  const shorten = cutInTheMiddle.has(column.id) ? shortenMiddle : shortenName
  return (
    <>
      <bdi>{shorten(visibleText(text), longestText)}</bdi>
      {mark.endedIn !== null && (
        <small className="runoff-summary-note">
          {' '}
          {format.endedIn(formatters.metric(mark.endedIn))}
        </small>
      )}
      {mark.isLastOnly && <small className="runoff-summary-note"> {messages.lastOnly}</small>}
      {column.id === 'isBest' && <Glyph glyph="★" />}
      {mark.standing === 'best' && <Mark glyph="★" word={messages.best} />}
      {mark.standing === 'worst' && <Mark glyph="▽" word={messages.worst} />}
      {mark.isLargeGap && <Mark glyph="▲" word={messages.largeGap} />}
      {isDeltaShown && delta !== null && (
        <span
          className="runoff-summary-delta"
          data-severity={mark.delta?.severity}
          data-direction={mark.delta?.direction}
        >
          {delta}
        </span>
      )}
    </>
  )
}

/** A sign for the eye, and the word for it for everyone else. */
function Mark({ glyph, word }: { readonly glyph: string; readonly word: string }): ReactNode {
  return (
    <>
      <Glyph glyph={glyph} />
      <span className="runoff-spoken"> {word}</span>
    </>
  )
}

function Glyph({ glyph }: { readonly glyph: string }): ReactNode {
  return (
    <span className="runoff-summary-mark" aria-hidden="true">
      {glyph}
    </span>
  )
}

interface CopyPathProps {
  readonly path: string
  readonly line: Extract<SummaryLine, { kind: 'run' }>
  readonly onCopy: (text: string) => void
}

function CopyPath({ path, line, onCopy }: CopyPathProps): ReactNode {
  const { table: messages } = useMessages()
  const label = messages.copyPath(visibleText(line.row.run.name))
  return (
    <button
      type="button"
      className="runoff-summary-icon runoff-summary-copy"
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={() => onCopy(path)}
    />
  )
}
