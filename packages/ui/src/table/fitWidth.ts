import { columnWidthBounds } from '@runoff/core'
import { columnLabel } from './columnLabel.ts'
import type { SummaryColumn } from './summaryColumns.ts'
import type { SummaryModel } from './summaryModel.ts'
import { lineName } from './summaryTextTable.ts'

/** So many lines tell how wide a column is; more would only cost time. */
const measuredLines = 60
/** Widths grow in steps, so that a value that changes seldom moves the columns beside it. */
const stepCharacters = 2
const paddingPx = 22
/** A sign, and the room before it. */
const markCharacters = 2.5
/** The letters of a head are smaller; beside it is the arrow. */
const headScale = 0.88
const headSigns = 3
/** The colour, the star and the button beside a name. */
const headingCharacters = 8

/** Longer texts are cut; the whole is in the cell's title. */
export const longestText = 32
/** Longer names of columns are cut; the whole is in the head's title. */
const longestLabel = 28
/** Longer names of runs are cut. */
export const longestName = 36

/** Returns how wide a column is until someone sets its width, in pixels. */
export function fitWidth(column: SummaryColumn, model: SummaryModel, characterPx: number): number {
  const label = columnLabel(column, model.context)
  const head = Math.min(longestLabel, label.length) * headScale + headSigns
  const cells = model.lines
    .slice(0, measuredLines)
    .map((line) => cellCharacters(column, line, model))
  const widest = cells.reduce((most, length) => Math.max(most, length), head)
  const steps = Math.ceil(widest / stepCharacters) * stepCharacters
  const { min, max } = columnWidthBounds
  return Math.round(Math.min(max, Math.max(min, steps * characterPx + paddingPx)))
}

function cellCharacters(
  column: SummaryColumn,
  line: SummaryModel['lines'][number],
  model: SummaryModel,
): number {
  if (column.id === 'run') {
    return Math.min(longestName, lineName(line, model).length) + headingCharacters
  }
  const { content, mark, delta, isDeltaShown } = model.cellOf(line, column)
  const text = Math.min(longestText, content?.text.length ?? 1)
  const sign = mark.standing !== null || mark.isLargeGap ? markCharacters : 0
  const badge = isDeltaShown && delta !== null ? delta.length * headScale + 3 : 0
  const ended = mark.endedIn === null ? 0 : 12
  const last = mark.isLastOnly ? 5 : 0
  const button = column.id === 'checkpoint' ? 4 : 0
  return text + sign + badge + ended + last + button
}
