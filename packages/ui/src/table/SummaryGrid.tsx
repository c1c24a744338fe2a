import type { TableView } from '@runoff/core'
import { useMemo, useRef, type ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { cellElement } from './cellFocus.ts'
import { ColumnGroup } from './ColumnGroup.tsx'
import { columnLabel } from './columnLabel.ts'
import { InspectedValue } from './InspectedValue.tsx'
import type { LineContext } from './useLineContext.ts'
import { SummaryBody } from './SummaryBody.tsx'
import { SummaryHead } from './SummaryHead.tsx'
import { TransposedTable, useFirstLines } from './TransposedTable.tsx'
import { useCellFocus } from './useCellFocus.ts'
import { useCharacterWidth } from './useCharacterWidth.ts'
import { useColumnTable } from './useColumnTable.ts'
import { isLongTable } from './useLineWindow.ts'

export interface SummaryGridProps {
  readonly titleId: string
  readonly context: LineContext
  readonly view: TableView
  readonly onChange: (change: Partial<TableView>) => void
  readonly openGroups: ReadonlySet<string>
  readonly said: string | null
  readonly onSaid: (text: string | null) => void
}

/** The table itself within what scrolls, and the full value of the cell in focus. */
export function SummaryGrid(props: SummaryGridProps): ReactNode {
  const { titleId, context, view, onChange, openGroups, said, onSaid } = props
  const { model } = context
  const { table: messages } = useMessages()
  const formatters = useFormatters()
  const { isTransposed } = view
  const scrollerRef = useRef<HTMLDivElement>(null)
  const characterPx = useCharacterWidth(scrollerRef)
  const changeAndSay = (change: Partial<TableView>): void => {
    onChange(change)
    const [order] = change.sorting ?? []
    const column = model.columns.find(({ id }) => id === order?.column)
    if (order === undefined || column === undefined) return
    const label = columnLabel(column, { objective: model.objective, messages, formatters })
    onSaid(messages.sortedBy(label, order.isDescending))
  }
  const table = useColumnTable(model, { view, onChange: changeAndSay, characterPx })
  const first = useFirstLines(model.lines, (row) =>
    cellElement(scrollerRef.current, { row, column: 'run' }),
  )
  const shownLines = isTransposed ? first.lines : model.lines
  const revealRef = useRef<((key: string) => void) | null>(null)
  const { inspected, tabStop, handlers, focusAwaited } = useCellFocus({
    rootRef: scrollerRef,
    rows: useMemo(() => shownLines.map(({ key }) => key), [shownLines]),
    columns: useMemo(() => model.columns.map(({ id }) => id), [model.columns]),
    isTransposed,
    reveal: (key) => revealRef.current?.(key),
    fullText: ({ row, column: id }) => {
      const line = model.lines.find(({ key }) => key === row)
      const column = model.columns.find((candidate) => candidate.id === id)
      if (line === undefined || column === undefined) return null
      return model.cellOf(line, column).content?.full ?? null
    },
    onCopied: () => onSaid(messages.copiedValue),
  })
  const isLaidOut = characterPx !== null
  const isSized = isLaidOut && !isTransposed
  const isNumbered = isLongTable(model.lines) && !isTransposed
  return (
    <>
      <div
        className="runoff-summary-scroll"
        ref={scrollerRef}
        role="region"
        aria-label={messages.scrollRegion}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys must be able to scroll it
        tabIndex={0}
        // What has the focus must not lie under the columns that stay in sight.
        style={isSized ? { scrollPaddingInlineStart: `min(${table.pinnedWidth}, 60%)` } : undefined}
      >
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its cells take the focus */}
        <table
          className="runoff-summary-table"
          aria-labelledby={titleId}
          aria-rowcount={isNumbered ? model.lines.length + 1 : undefined}
          data-transposed={isTransposed ? '' : undefined}
          data-sized={isSized ? '' : undefined}
          style={isSized ? { width: table.width } : undefined}
          {...handlers}
          onFocus={(event) => {
            handlers.onFocus(event)
            showWhole(event.target)
            if (said !== null) onSaid(null)
          }}
        >
          {isSized && <ColumnGroup table={table} />}
          {isTransposed ? (
            <TransposedTable
              lines={first.lines}
              table={table}
              context={context}
              tabStop={tabStop}
              openGroups={openGroups}
            />
          ) : (
            <>
              <SummaryHead
                headings={table.headings}
                objective={model.objective}
                isNumbered={isNumbered}
              />
              <SummaryBody
                context={context}
                headings={table.headings}
                scrollerRef={scrollerRef}
                isLaidOut={isLaidOut}
                openGroups={openGroups}
                tabStop={tabStop}
                revealRef={revealRef}
                onDrawn={focusAwaited}
              />
            </>
          )}
        </table>
      </div>
      {isTransposed && first.more}
      <InspectedValue model={model} cell={inspected} said={said} />
      {view.isGrouped && <p className="runoff-summary-note">{messages.spreadNote}</p>}
    </>
  )
}

/** A browser leaves what has the focus half under a column that stays in sight. */
function showWhole(target: Element): void {
  if (target.matches(':focus-visible')) {
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
}
