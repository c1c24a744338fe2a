import type { KeyboardEvent } from 'react'
import { isSummaryColumnId, type SummaryColumnId } from './summaryColumns.ts'

/** The cell that has the focus, or had it last: the one that Tab comes back to. */
export interface InspectedCell {
  readonly row: string
  readonly column: SummaryColumnId
}

/** Returns the cell that an element of the table's body lies in, `null` where it lies in none. */
export function inspectedCell(target: Element): InspectedCell | null {
  const cell = target.closest<HTMLElement>('[data-column]')
  const row = target.closest<HTMLElement>('[data-row]')
  const column = cell?.dataset['column']
  const key = row?.dataset['row']
  if (key === undefined || !isSummaryColumnId(column)) return null
  return { row: key, column }
}

/** Moves the focus to the cell beside, with the keys of a spreadsheet. */
export function moveBetweenCells(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return
  const cell = event.target.closest<HTMLTableCellElement>('td, th')
  const next = cell === null ? null : neighbour(cell, event.key)
  if (next === null) return
  event.preventDefault()
  next.focus()
}

function neighbour(cell: HTMLTableCellElement, key: string): HTMLElement | null {
  const row = cell.parentElement
  if (!(row instanceof HTMLTableRowElement)) return null
  switch (key) {
    case 'ArrowLeft':
      return row.cells[cell.cellIndex - 1] ?? null
    case 'ArrowRight':
      return row.cells[cell.cellIndex + 1] ?? null
    case 'ArrowUp':
      return cellOf(row.previousElementSibling, cell.cellIndex)
    case 'ArrowDown':
      return cellOf(row.nextElementSibling, cell.cellIndex)
    case 'Home':
      return row.cells[0] ?? null
    case 'End':
      return row.cells[row.cells.length - 1] ?? null
    default:
      return null
  }
}

function cellOf(row: Element | null, index: number): HTMLElement | null {
  return row instanceof HTMLTableRowElement ? (row.cells[index] ?? null) : null
}
