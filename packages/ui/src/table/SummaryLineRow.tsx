import { memo, type NamedExoticComponent, type ReactNode } from 'react'
import { GroupHeading } from './GroupHeading.tsx'
import { RunHeading } from './RunHeading.tsx'
import { SummaryCell } from './SummaryCell.tsx'
import type { SummaryLine } from './summaryLines.ts'
import type { LineContext } from './useLineContext.ts'
import type { SummaryHeading } from './useColumnTable.ts'

export interface SummaryLineRowProps {
  readonly line: SummaryLine
  readonly headings: readonly SummaryHeading[]
  readonly context: LineContext
  /** The column of the cell that Tab comes to, where that is in this line. */
  readonly tabColumn: string | null
  /** The place of the row in the whole table, where not all of it is drawn. */
  readonly rowIndex: number | null
  readonly isOpen: boolean
}

/** One line of the table. Renders a `<tr>`. */
export const SummaryLineRow: NamedExoticComponent<SummaryLineRowProps> = /* @__PURE__ */ memo(
  function SummaryLineRow(props: SummaryLineRowProps): ReactNode {
    const { line, headings, context, tabColumn, rowIndex, isOpen } = props
    const { model, highlightedRunId, recommendedId } = context
    const runId = line.kind === 'run' ? line.row.run.id : null
    return (
      <tr
        data-row={line.key}
        data-run={runId ?? undefined}
        data-kind={line.kind}
        data-highlighted={runId !== null && runId === highlightedRunId ? '' : undefined}
        data-recommended={runId !== null && runId === recommendedId ? '' : undefined}
        data-baseline={isBaseline(line, context) ? '' : undefined}
        aria-rowindex={rowIndex ?? undefined}
      >
        {headings.map(({ column, isPinned, style }) =>
          column.id === 'run' ? (
            <LineHeading
              key={column.id}
              line={line}
              scope="row"
              context={context}
              isOpen={isOpen}
              tabIndex={tabColumn === column.id ? 0 : -1}
            />
          ) : (
            <SummaryCell
              key={column.id}
              model={model}
              line={line}
              column={column}
              tabIndex={tabColumn === column.id ? 0 : -1}
              isPinned={isPinned}
              style={style}
              onCopy={context.onCopy}
            />
          ),
        )}
      </tr>
    )
  },
  looksSame,
)

/** Scrolling makes new heads that say the same, and must not draw every line again. */
function looksSame(before: SummaryLineRowProps, after: SummaryLineRowProps): boolean {
  return (
    before.line === after.line &&
    before.context === after.context &&
    before.tabColumn === after.tabColumn &&
    before.rowIndex === after.rowIndex &&
    before.isOpen === after.isOpen &&
    before.headings.length === after.headings.length &&
    before.headings.every(({ column, isPinned, style }, place) => {
      const other = after.headings[place]
      return (
        other?.column === column &&
        other.isPinned === isPinned &&
        other.style?.insetInlineStart === style?.insetInlineStart
      )
    })
  )
}

export interface LineHeadingProps {
  readonly line: SummaryLine
  readonly scope: 'row' | 'col'
  readonly context: LineContext
  readonly isOpen: boolean
  readonly tabIndex: number
}

/** The head of a run or of a configuration. Renders a `<th>`. */
export function LineHeading({
  line,
  scope,
  context,
  isOpen,
  tabIndex,
}: LineHeadingProps): ReactNode {
  const { model, recommendedId, styles, onBaseline, onOpen } = context
  if (line.kind === 'group') {
    return (
      <GroupHeading line={line} scope={scope} isOpen={isOpen} tabIndex={tabIndex} onOpen={onOpen} />
    )
  }
  const { run } = line.row
  return (
    <RunHeading
      run={run}
      line={line.key}
      scope={scope}
      isRepeated={model.repeated.has(run)}
      isRecommended={run.id === recommendedId}
      isBaseline={isBaseline(line, context)}
      isSeed={line.groupKey !== null}
      style={styles.get(run.id) ?? null}
      tabIndex={tabIndex}
      onBaseline={onBaseline}
    />
  )
}

function isBaseline({ key }: SummaryLine, { model }: LineContext): boolean {
  return model.isBaselineChosen && model.baseline?.key === key
}
