import type { Style, Terminal } from './terminal.ts'

export interface TextColumn {
  readonly title: string
  readonly align: 'left' | 'right'
}

export interface TextRow {
  readonly cells: readonly string[]
  readonly style?: Style
}

/** Writes a table for people, with its columns under each other. */
export function printTable(
  terminal: Terminal,
  columns: readonly TextColumn[],
  rows: readonly TextRow[],
): void {
  const widths = columns.map(({ title }, place) =>
    Math.max(widthOf(title), ...rows.map(({ cells }) => widthOf(cells[place] ?? ''))),
  )
  const lineOf = (cells: readonly string[]): string =>
    columns
      .map(({ align }, place) => {
        const cell = cells[place] ?? ''
        const blanks = ' '.repeat((widths[place] ?? 0) - widthOf(cell))
        return align === 'right' ? `${blanks}${cell}` : `${cell}${blanks}`
      })
      .join('  ')
      .trimEnd()
  terminal.print(terminal.style('dim', lineOf(columns.map(({ title }) => title))))
  for (const { cells, style } of rows) {
    const line = lineOf(cells)
    terminal.print(style === undefined ? line : terminal.style(style, line))
  }
}

/** In characters as people count them. */
function widthOf(text: string): number {
  let width = 0
  for (const _ of segmenter.segment(text)) width += 1
  return width
}

const segmenter = new Intl.Segmenter()
