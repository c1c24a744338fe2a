import type { KeyboardEvent } from 'react'

/** Moves the focus to the cell beside, with the keys of a spreadsheet and the way the page is read. */
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
  const isTurned = getComputedStyle(cell).direction === 'rtl'
  switch (key) {
    case 'ArrowLeft':
      return row.cells[cell.cellIndex + (isTurned ? 1 : -1)] ?? null
    case 'ArrowRight':
      return row.cells[cell.cellIndex + (isTurned ? -1 : 1)] ?? null
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
