import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useBrowserLayoutEffect } from '../effects/useBrowserLayoutEffect.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useGroupName } from './GroupHeader.tsx'
import { lineSections } from './lineSections.ts'
import type { PickerItem } from './pickerItems.ts'
import { lineOf, type PickerLine } from './pickerLine.ts'
import type { PickerSection } from './pickerSections.ts'
import { useKeptFocus } from './useKeptFocus.ts'
import { controlAt, useRowKeys, type RowControl, type RowKeysOptions } from './useRowKeys.ts'
import { useRowWindow } from './useRowWindow.ts'

export type RunItem = Extract<PickerItem, { kind: 'run' }>

export interface PickerListProps extends Pick<
  RowKeysOptions,
  'canFocus' | 'onExtend' | 'onSelectAll' | 'onSearch' | 'onFold'
> {
  readonly items: readonly PickerItem[]
  /** Where it changes, the list begins again at its top. */
  readonly viewKey: string
  /** Called where the end of the list is scrolled into sight. */
  readonly onEnd: (() => void) | null
  readonly renderHeader: (section: PickerSection, line: PickerLine) => ReactNode
  readonly renderRun: (item: RunItem, line: PickerLine) => ReactNode
}

/** How near to its end the list is scrolled when more is asked for. */
const nearEndPx = 600

/** The lines of the list, of which only those in sight are drawn if they are many. */
export function PickerList(props: PickerListProps): ReactNode {
  const { items, viewKey, canFocus, renderHeader, renderRun } = props
  const scrollerRef = useRef<HTMLDivElement>(null)
  const { runKey, headerKey, stopAt } = useTabStops(items, canFocus)
  const { lines, totalPx, measure, scrollToLine } = useRowWindow(items, scrollerRef, runKey)
  useTopOfView(viewKey, scrollerRef)
  const keys = useRowKeys(items, { ...props, scrollerRef, scrollToLine })
  const focus = useKeptFocus(scrollerRef, controlAt, (place) => {
    const isKept =
      place !== null && (keys.focusNear(place) || keys.focusNear({ ...place, control: 'checkbox' }))
    if (!isKept) props.onSearch()
  })
  const line = (drawn: (typeof lines)[number]): PickerLine =>
    lineOf(drawn, measure, drawn.item.key === runKey || drawn.item.key === headerKey)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- It hears the keys of the controls within.
    <div
      className="runoff-picker-scroller"
      ref={scrollerRef}
      onKeyDown={keys.onKeyDown}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        if (scrollTop + clientHeight > scrollHeight - nearEndPx) props.onEnd?.()
      }}
      onFocus={(event) => {
        const place = controlAt(event.target)
        if (place !== null) stopAt(items[place.index])
        focus.onFocus(event)
      }}
      onBlur={focus.onBlur}
    >
      <div
        className="runoff-picker-lines"
        style={totalPx === null ? undefined : { minHeight: totalPx }}
      >
        {lineSections(lines).map(({ section, header, rows }) => (
          <div className="runoff-picker-section" key={section.model ?? ''}>
            {header !== null && renderHeader(section, line(header))}
            <RunTable section={section}>
              {rows.map((row) => row.item.kind === 'run' && renderRun(row.item, line(row)))}
            </RunTable>
          </div>
        ))}
      </div>
    </div>
  )
}

interface TabStops {
  readonly runKey: string | null
  readonly headerKey: string | null
  readonly stopAt: (item: PickerItem | undefined) => void
}

const runControls: readonly RowControl[] = ['checkbox', 'open', 'archive']

/** Tab stops at one run and one header: those that had the focus last, else the first of each. */
function useTabStops(
  items: readonly PickerItem[],
  canFocus: PickerListProps['canFocus'],
): TabStops {
  const [stops, setStops] = useState<Readonly<Record<PickerItem['kind'], string | null>>>({
    run: null,
    group: null,
  })
  const known = useMemo(() => new Set(items.map((item) => item.key)), [items])
  const keyOf = (kind: PickerItem['kind']): string | null => {
    const key = stops[kind]
    if (key !== null && known.has(key)) return key
    const canStop = (item: PickerItem): boolean =>
      kind === 'group' || runControls.some((control) => canFocus(item, control))
    return items.find((item) => item.kind === kind && canStop(item))?.key ?? null
  }
  return {
    runKey: keyOf('run'),
    headerKey: keyOf('group'),
    stopAt: (item) => {
      if (item === undefined || stops[item.kind] === item.key) return
      setStops((held) => ({ ...held, [item.kind]: item.key }))
    },
  }
}

/** Another order begins at its top; more or fewer of the same runs do not. */
function useTopOfView(
  viewKey: string,
  scrollerRef: { readonly current: HTMLDivElement | null },
): void {
  const shownKey = useRef(viewKey)
  useBrowserLayoutEffect(() => {
    if (shownKey.current === viewKey) return
    shownKey.current = viewKey
    if (scrollerRef.current !== null) scrollerRef.current.scrollTop = 0
  }, [viewKey, scrollerRef])
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
