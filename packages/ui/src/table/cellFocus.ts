/** The cell that has the focus, or had it last: the one that Tab comes back to. */
export interface InspectedCell {
  /** The key of a line. */
  readonly row: string
  /** The id of a column. */
  readonly column: string
}

/** The cells of the table as the keyboard meets them. */
export interface CellGrid {
  /** The keys of the lines, and the ids of the columns, in their order. */
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** Whether lines stand side by side. */
  readonly isTransposed: boolean
  readonly isRightToLeft: boolean
}

export interface CellKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** So many cells are passed by Page Up and Page Down. */
const pageCells = 10

/** Returns the cell that an element of the table lies in, `null` where it lies in none. */
export function inspectedCell(target: EventTarget): InspectedCell | null {
  if (!(target instanceof Element)) return null
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column']
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row']
  return row === undefined || column === undefined ? null : { row, column }
}

/** Returns the element of a cell, `null` where it is not drawn. */
export function cellElement(
  root: Element | null,
  { row, column }: InspectedCell,
): HTMLElement | null {
  const byRow = `[data-row="${CSS.escape(row)}"]`
  const byColumn = `[data-column="${CSS.escape(column)}"]`
  return root?.querySelector<HTMLElement>(`${byRow} ${byColumn}, ${byColumn} ${byRow}`) ?? null
}

/** Returns the cell that a key goes to, with the keys of a spreadsheet; `null` where it goes nowhere. */
export function cellAfterKey(
  { row, column }: InspectedCell,
  event: CellKey,
  grid: CellGrid,
): InspectedCell | null {
  const move = moveOf(event, grid.isRightToLeft)
  if (move === null) return null
  const [down, along] = move
  const [byRows, byColumns] = grid.isTransposed ? [along, down] : [down, along]
  const next = {
    row: entryAfter(grid.rows, row, byRows),
    column: entryAfter(grid.columns, column, byColumns),
  }
  return next.row === row && next.column === column ? null : next
}

/** How many cells down and along a key goes, `null` for any other key. */
function moveOf(event: CellKey, isRightToLeft: boolean): readonly [number, number] | null {
  const { key, ctrlKey, metaKey, altKey } = event
  if (altKey || metaKey) return null
  if (ctrlKey) return key === 'Home' || key === 'End' ? farthest(key) : null
  const forward = isRightToLeft ? -1 : 1
  switch (key) {
    case 'ArrowLeft':
      return [0, -forward]
    case 'ArrowRight':
      return [0, forward]
    case 'ArrowUp':
      return [-1, 0]
    case 'ArrowDown':
      return [1, 0]
    case 'PageUp':
      return [-pageCells, 0]
    case 'PageDown':
      return [pageCells, 0]
    case 'Home':
      return [0, -Infinity]
    case 'End':
      return [0, Infinity]
    default:
      return null
  }
}

function farthest(key: 'Home' | 'End'): readonly [number, number] {
  return key === 'Home' ? [-Infinity, -Infinity] : [Infinity, Infinity]
}

function entryAfter(entries: readonly string[], entry: string, by: number): string {
  const place = Math.max(0, entries.indexOf(entry)) + by
  return entries[Math.min(entries.length - 1, Math.max(0, place))] ?? entry
}
