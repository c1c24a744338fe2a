/** The cell that has the focus, or had it last: the one that Tab comes back to. */
export interface InspectedDiffCell {
  /** The key of its row. */
  readonly row: string
  /** The run of its column; `null` is the name of the parameter, or the value that all runs share. */
  readonly runId: string | null
  readonly isHeading: boolean
}

/** Returns the cell that an element of a table's body lies in, `null` where it lies in none. */
export function inspectedDiffCell(target: Element): InspectedDiffCell | null {
  const cell = target.closest<HTMLElement>('td, th')
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row']
  if (cell === null || row === undefined) return null
  return { row, runId: cell.dataset['run'] ?? null, isHeading: cell.tagName === 'TH' }
}

/** Returns the cell that Tab stops at: the one inspected, while it is shown, else the first heading. */
export function tabStopOf(
  inspected: InspectedDiffCell | null,
  rowKeys: readonly string[],
  runIds: readonly string[],
): InspectedDiffCell {
  const isShown =
    inspected !== null &&
    rowKeys.includes(inspected.row) &&
    (inspected.runId === null || runIds.includes(inspected.runId))
  return isShown ? inspected : { row: rowKeys[0] ?? '', runId: null, isHeading: true }
}
