import type { TableView } from '@runoff/core'
import { useRef, type ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { moveColumn, toggleColumn } from './availableColumns.ts'
import { columnLabel } from './columnLabel.ts'
import type { SummaryModel } from './summaryModel.ts'

export interface ShownColumnsProps {
  readonly model: SummaryModel
  readonly view: TableView
  readonly onChange: (change: Partial<TableView>) => void
}

/** The shown columns in their order, each with what moves, pins and hides it. Renders a `<fieldset>`. */
export function ShownColumns({ model, view, onChange }: ShownColumnsProps): ReactNode {
  const { table: messages } = useMessages()
  const list = useRef<HTMLOListElement>(null)
  const columns = model.columns.filter(({ id }) => id !== 'run')
  const shown = columns.map(({ id }) => id)
  const isPinned = (id: string | undefined): boolean => id !== undefined && view.pinned.includes(id)
  const move = (id: string, by: -1 | 1): void => {
    const moved = moveColumn(shown, id, by)
    onChange({ columns: moved, pinned: moved.filter(isPinned) })
  }
  const canMove = (place: number, by: -1 | 1): boolean => {
    const other = shown[place + by]
    return other !== undefined && isPinned(other) === isPinned(shown[place])
  }
  const pin = (id: string): void => onChange({ pinned: toggleColumn(view.pinned, id) })
  return (
    <fieldset className="runoff-columns-family">
      <legend>{messages.shownColumns}</legend>
      <ol className="runoff-columns-shown" ref={list}>
        {columns.map((column, place) => {
          const { id } = column
          const label = columnLabel(column, model.context)
          return (
            <li key={id}>
              <bdi>{label}</bdi>
              <MoveButton
                label={messages.moveUp(label)}
                glyph="↑"
                isPossible={canMove(place, -1)}
                onMove={() => move(id, -1)}
              />
              <MoveButton
                label={messages.moveDown(label)}
                glyph="↓"
                isPossible={canMove(place, 1)}
                onMove={() => move(id, 1)}
              />
              <button
                type="button"
                className="runoff-columns-button"
                aria-label={messages.pin(label)}
                title={messages.pin(label)}
                aria-pressed={isPinned(id)}
                onClick={() => pin(id)}
              >
                <span aria-hidden="true">⇤</span>
              </button>
              <button
                type="button"
                className="runoff-columns-button"
                aria-label={messages.hide(label)}
                title={messages.hide(label)}
                onClick={() => {
                  focusBeside(list.current, place)
                  onChange({ columns: toggleColumn(shown, id) })
                }}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}

interface MoveButtonProps {
  readonly label: string
  readonly glyph: string
  readonly isPossible: boolean
  readonly onMove: () => void
}

/** Not `disabled` at the end of the list: it would lose the focus that has brought it there. */
function MoveButton({ label, glyph, isPossible, onMove }: MoveButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="runoff-columns-button"
      aria-label={label}
      title={label}
      aria-disabled={!isPossible}
      onClick={isPossible ? onMove : undefined}
    >
      <span aria-hidden="true">{glyph}</span>
    </button>
  )
}

/** The focus of a button that goes away with its column is on the same button of the next. */
function focusBeside(list: HTMLElement | null, place: number): void {
  const items = list?.children
  const next = items?.[place + 1] ?? items?.[place - 1]
  next?.querySelector<HTMLElement>('button:last-child')?.focus()
}
