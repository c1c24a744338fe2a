import {
  useCallback,
  useRef,
  useState,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import { cellAfterKey, cellElement, inspectedCell, type InspectedCell } from './cellFocus.ts'

export interface CellFocusOptions {
  readonly rootRef: RefObject<HTMLElement | null>
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly isTransposed: boolean
  /** Draws the line of a key, where it is not drawn. */
  readonly reveal: (row: string) => void
  /** The whole value of a cell, for the clipboard. */
  readonly fullText: (cell: InspectedCell) => string | null
  readonly onCopied: () => void
}

export interface CellFocus {
  /** The cell in focus, or the last that was; `null` before, and once it is gone. */
  readonly inspected: InspectedCell | null
  /** The cell that Tab comes to. */
  readonly tabStop: InspectedCell | null
  /** Gives the focus to a cell that was not drawn when a key went to it, once it is. */
  readonly focusAwaited: () => void
  /** Of the element that holds the cells. */
  readonly handlers: {
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
    readonly onCopy: (event: ClipboardEvent<HTMLElement>) => void
  }
}

/** Makes the cells of the table one tab stop, between which the keys of a spreadsheet move. */
export function useCellFocus(options: CellFocusOptions): CellFocus {
  const { rootRef, rows, columns, isTransposed, reveal, fullText, onCopied } = options
  const [held, setHeld] = useState<InspectedCell | null>(null)
  const awaited = useRef<InspectedCell | null>(null)
  const isThere = held !== null && rows.includes(held.row) && columns.includes(held.column)
  const inspected = isThere ? held : null
  const [firstRow] = rows
  const [firstColumn] = columns
  const first =
    firstRow === undefined || firstColumn === undefined
      ? null
      : { row: firstRow, column: firstColumn }
  const focusAwaited = useCallback(() => {
    const element = awaited.current && cellElement(rootRef.current, awaited.current)
    if (!element) return
    awaited.current = null
    element.focus()
  }, [rootRef])
  const focusCell = (cell: InspectedCell): void => {
    const element = cellElement(rootRef.current, cell)
    if (element !== null) {
      element.focus()
      return
    }
    awaited.current = cell
    reveal(cell.row)
    setHeld(cell)
  }
  return {
    inspected,
    tabStop: inspected ?? first,
    focusAwaited,
    handlers: {
      onFocus: ({ target }) => {
        const cell = inspectedCell(target)
        if (cell !== null) setHeld(cell)
      },
      onKeyDown: (event) => {
        const cell = inspectedCell(event.target)
        if (cell === null) return
        if (pressesButton(event)) {
          event.preventDefault()
          return
        }
        const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
        const next = cellAfterKey(cell, event, { rows, columns, isTransposed, isRightToLeft })
        if (next === null) return
        event.preventDefault()
        focusCell(next)
      },
      onCopy: (event) => {
        const cell = inspectedCell(event.target)
        const text = cell === null ? null : fullText(cell)
        if (text === null || getSelection()?.isCollapsed === false) return
        event.preventDefault()
        event.clipboardData.setData('text/plain', text)
        onCopied()
      },
    },
  }
}

/** Enter and Space in a cell press the button that is in it. */
function pressesButton({ key, target }: KeyboardEvent<HTMLElement>): boolean {
  const isCell = target instanceof HTMLTableCellElement
  if (!isCell || (key !== 'Enter' && key !== ' ')) return false
  const button = target.querySelector('button')
  button?.click()
  return button !== null
}
