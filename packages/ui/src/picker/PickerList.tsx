import { useRef, type FocusEvent, type ReactNode } from 'react'
import { useBrowserLayoutEffect } from '../effects/useBrowserLayoutEffect.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { GroupHeader, useGroupName } from './GroupHeader.tsx'
import { lineSections } from './lineSections.ts'
import type { PickerItem } from './pickerItems.ts'
import type { PickerSection } from './pickerSections.ts'
import type { PickerLineProps } from './PickerRow.tsx'
import { useRowKeys, type RowControl } from './useRowKeys.ts'
import { useRowWindow, type RowWindow, type RowWindowLine } from './useRowWindow.ts'

export type RunItem = Extract<PickerItem, { kind: 'run' }>

export interface PickerListProps {
  readonly items: readonly PickerItem[]
  /** Where it changes, the list begins again at its top. */
  readonly viewKey: string
  readonly collapsedModels: ReadonlySet<string>
  readonly onFold: (model: string) => void
  /** Whether the arrow keys stop at this control of a run's row. */
  readonly canFocus: (item: PickerItem, control: RowControl) => boolean
  readonly renderRun: (item: RunItem, line: PickerLineProps) => ReactNode
}

/** The lines of the list, of which only those in sight are drawn if they are many. */
export function PickerList({
  items,
  viewKey,
  collapsedModels,
  onFold,
  canFocus,
  renderRun,
}: PickerListProps): ReactNode {
  const scrollerRef = useRef<HTMLDivElement>(null)
  const { lines, totalPx, measure, scrollToLine, keepLine } = useRowWindow(items, scrollerRef)
  const shownKey = useRef(viewKey)
  useBrowserLayoutEffect(() => {
    if (shownKey.current === viewKey) return
    shownKey.current = viewKey
    if (scrollerRef.current !== null) scrollerRef.current.scrollTop = 0
  }, [viewKey])
  const onKeyDown = useRowKeys(items, { scrollerRef, scrollToLine, canFocus })
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- It hears the keys of the controls within.
    <div
      className="runoff-picker-scroller"
      ref={scrollerRef}
      onKeyDown={onKeyDown}
      onFocus={(event) => keepLine(keyOfFocus(event, items))}
      onBlur={() => keepLine(null)}
    >
      <div
        className="runoff-picker-lines"
        style={totalPx === null ? undefined : { minHeight: totalPx }}
      >
        {lineSections(lines).map(({ section, header, rows }) => (
          <div className="runoff-picker-section" key={section.model ?? ''}>
            {section.model !== null && header !== null && (
              <GroupHeader
                model={section.model}
                runCount={section.runs.length}
                isCollapsed={collapsedModels.has(section.model)}
                onToggle={() => onFold(section.model ?? '')}
                line={lineProps(header, measure)}
              />
            )}
            <RunTable section={section}>
              {rows.map(
                (line) =>
                  line.item.kind === 'run' && renderRun(line.item, lineProps(line, measure)),
              )}
            </RunTable>
          </div>
        ))}
      </div>
    </div>
  )
}

interface RunTableProps {
  readonly section: PickerSection
  readonly children: readonly ReactNode[]
}

function RunTable({ section, children }: RunTableProps): ReactNode {
  const { picker } = useMessages()
  const groupName = useGroupName(section.model ?? '')
  if (children.length === 0) return null
  return (
    <div
      className="runoff-picker-table"
      role="table"
      aria-label={section.model === null ? picker.allRuns : groupName}
      aria-rowcount={section.runs.length}
    >
      {children}
    </div>
  )
}

function lineProps(
  { index, gapPx }: RowWindowLine,
  measure: RowWindow['measure'],
): PickerLineProps {
  return {
    ref: measure,
    'data-index': index,
    style: gapPx === 0 ? undefined : { marginBlockStart: gapPx },
  }
}

function keyOfFocus(event: FocusEvent, items: readonly PickerItem[]): string | null {
  const line = event.target instanceof Element ? event.target.closest('[data-index]') : null
  const index = line?.getAttribute('data-index')
  return index === null || index === undefined ? null : (items[Number(index)]?.key ?? null)
}
