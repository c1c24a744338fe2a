import type { RowWindowLine } from './useRowWindow.ts'

/** What ties a drawn line to the window over all lines. */
export interface PickerLine {
  readonly index: number
  /** Height of the lines that are left out above this one. */
  readonly gapPx: number
  readonly measure: (element: HTMLElement | null) => void
  /** Whether Tab stops at the controls of this line; the arrow keys lead to the others. */
  readonly isTabStop: boolean
}

/** Returns the parts of a drawn line that it needs as it is written. */
export function lineOf(
  { index, gapPx }: RowWindowLine,
  measure: PickerLine['measure'],
  isTabStop: boolean,
): PickerLine {
  return { index, gapPx, measure, isTabStop }
}

export function lineStyle({
  gapPx,
}: Pick<PickerLine, 'gapPx'>): { readonly marginBlockStart: number } | undefined {
  return gapPx === 0 ? undefined : { marginBlockStart: gapPx }
}
