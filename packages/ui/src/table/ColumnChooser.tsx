import { Popover } from '@base-ui/react/popover'
import type { TableView } from '@runoff/core'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useOverlayContainer } from '../overlay/OverlayProvider.tsx'
import { availableColumns, toggleColumn, type ColumnFamily } from './availableColumns.ts'
import { columnAbout, columnLabel } from './columnLabel.ts'
import { columnOf, type SummaryColumn } from './summaryColumns.ts'
import { ShownColumns } from './ShownColumns.tsx'
import type { SummaryModel } from './summaryModel.ts'

export interface ColumnChooserProps {
  readonly model: SummaryModel
  readonly view: TableView
  readonly onChange: (change: Partial<TableView>) => void
}

/** Chooses, orders and pins the columns. Renders a `<button>`, and a panel where overlays are put. */
export function ColumnChooser(props: ColumnChooserProps): ReactNode {
  const { table: messages } = useMessages()
  const container = useOverlayContainer()
  return (
    <Popover.Root>
      <Popover.Trigger className="runoff-button">{messages.columns}</Popover.Trigger>
      <Popover.Portal container={container}>
        <Popover.Positioner className="runoff runoff-menu-place" sideOffset={4} align="end">
          <Popover.Popup className="runoff-menu runoff-columns" aria-label={messages.columns}>
            <ColumnPanel {...props} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

const families: readonly ColumnFamily[] = ['summary', 'metrics', 'parameters']
const asAtFirst = { columns: null, pinned: [], widths: [] }

function ColumnPanel({ model, view, onChange }: ColumnChooserProps): ReactNode {
  const { table: messages } = useMessages()
  const [search, setSearch] = useState('')
  const found = useFoundColumns(model, useDeferredValue(search))
  const shown = model.columns.map(({ id }) => id).filter((id) => id !== 'run')
  const isNoneFound = families.every((family) => found[family].length === 0)
  return (
    <>
      <div className="runoff-columns-head">
        <input
          type="search"
          className="runoff-columns-search"
          aria-label={messages.searchColumns}
          placeholder={messages.searchColumns}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <button type="button" className="runoff-button" onClick={() => onChange(asAtFirst)}>
          {messages.resetColumns}
        </button>
      </div>
      {search === '' && <ShownColumns model={model} view={view} onChange={onChange} />}
      {families.map((family) => (
        <ColumnFamilyList
          key={family}
          title={messages.columnFamilies[family]}
          columns={found[family]}
          model={model}
          shown={shown}
          onToggle={(id) => onChange({ columns: toggleColumn(shown, id) })}
        />
      ))}
      <p className="runoff-columns-none" role="status">
        {isNoneFound && messages.noColumns(search.trim())}
      </p>
    </>
  )
}

/** The columns that are named like a search, or hold what is. */
function useFoundColumns(
  { rows, objective, context }: SummaryModel,
  search: string,
): Readonly<Record<ColumnFamily, readonly SummaryColumn[]>> {
  const all = useMemo(() => {
    const ids = availableColumns(rows, objective)
    const columnsOf = (family: ColumnFamily): readonly SummaryColumn[] =>
      ids[family].flatMap((id) => (id === 'run' ? [] : (columnOf(id, objective, rows) ?? [])))
    return {
      summary: columnsOf('summary'),
      metrics: columnsOf('metrics'),
      parameters: columnsOf('parameters'),
    }
  }, [rows, objective])
  return useMemo(() => {
    const words = search.toLowerCase().split(/\s+/u)
    const isFound = (column: SummaryColumn): boolean => {
      const about = columnAbout(column, context) ?? ''
      const text = `${columnLabel(column, context)} ${about} ${column.id}`.toLowerCase()
      return words.every((word) => text.includes(word))
    }
    return {
      summary: all.summary.filter(isFound),
      metrics: all.metrics.filter(isFound),
      parameters: all.parameters.filter(isFound),
    }
  }, [all, search, context])
}

interface ColumnFamilyListProps {
  readonly title: string
  readonly columns: readonly SummaryColumn[]
  readonly model: SummaryModel
  readonly shown: readonly string[]
  readonly onToggle: (id: string) => void
}

function ColumnFamilyList(props: ColumnFamilyListProps): ReactNode {
  const { title, columns, model, shown, onToggle } = props
  const { context } = model
  if (columns.length === 0) return null
  return (
    <fieldset className="runoff-columns-family">
      <legend>{title}</legend>
      {columns.map((column) => (
        <label
          key={column.id}
          className="runoff-columns-choice"
          title={columnAbout(column, context) ?? undefined}
        >
          <input
            type="checkbox"
            checked={shown.includes(column.id)}
            onChange={() => onToggle(column.id)}
          />
          <bdi>{columnLabel(column, context)}</bdi>
        </label>
      ))}
    </fieldset>
  )
}
