import { Fragment, useEffect, type ReactNode, type RefObject } from 'react'
import type { InspectedCell } from './cellFocus.ts'
import type { LineContext } from './useLineContext.ts'
import { SummaryLineRow } from './SummaryLineRow.tsx'
import type { SummaryHeading } from './useColumnTable.ts'
import { isLongTable, useLineWindow } from './useLineWindow.ts'

export interface SummaryBodyProps {
  readonly context: LineContext
  readonly headings: readonly SummaryHeading[]
  readonly scrollerRef: RefObject<HTMLElement | null>
  readonly isLaidOut: boolean
  readonly openGroups: ReadonlySet<string>
  /** The cell that Tab comes to; its line stays drawn. */
  readonly tabStop: InspectedCell | null
  /** Takes what scrolls to a line that is not drawn. */
  readonly revealRef: { current: ((key: string) => void) | null }
  /** Called when other lines are drawn than before. */
  readonly onDrawn: () => void
}

/** The lines of the table: all of a short one, those in sight of a long one. Renders a `<tbody>`. */
export function SummaryBody(props: SummaryBodyProps): ReactNode {
  const { context, headings, scrollerRef, isLaidOut, openGroups, tabStop, revealRef } = props
  const { onDrawn } = props
  const { lines } = context.model
  const drawn = useLineWindow(lines, { scrollerRef, keptKey: tabStop?.row ?? null, isLaidOut })
  useEffect(() => {
    revealRef.current = drawn.reveal
    onDrawn()
  })
  const isNumbered = isLongTable(lines)
  return (
    <tbody>
      {drawn.lines.map(({ line, index }, place) => (
        <Fragment key={line.key}>
          <Gap heightPx={drawn.gapsPx[place]} />
          <SummaryLineRow
            line={line}
            headings={headings}
            context={context}
            tabColumn={tabStop?.row === line.key ? tabStop.column : null}
            rowIndex={isNumbered ? index + 2 : null}
            isOpen={openGroups.has(line.key)}
          />
        </Fragment>
      ))}
      <Gap heightPx={drawn.gapsPx[drawn.lines.length]} />
    </tbody>
  )
}

/** Stands for the lines that are not drawn. */
function Gap({ heightPx = 0 }: { readonly heightPx?: number | undefined }): ReactNode {
  if (heightPx <= 0) return null
  return (
    <tr aria-hidden="true" className="runoff-summary-gap">
      <td style={{ height: heightPx }} />
    </tr>
  )
}
