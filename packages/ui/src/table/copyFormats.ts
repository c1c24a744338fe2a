import { toCsv, toJson, toLatex, toMarkdown } from '@runoff/core'
import type { SummaryTextTable } from './summaryTextTable.ts'

export const copyFormats = ['markdown', 'latex', 'csv', 'json'] as const

export type CopyFormat = (typeof copyFormats)[number]

/**
 * Returns the summary table as a text: for people as it is shown, with the best of each column in
 * bold and what must be said beside it under it; for programs with all digits.
 */
export function tableAsText(table: SummaryTextTable, format: CopyFormat): string {
  switch (format) {
    case 'csv':
      return toCsv(table.full)
    case 'json':
      return toJson(table.full)
    case 'markdown':
      return [toMarkdown(...shownOf(table)), ...table.notes].join('\n')
    default:
      return [toLatex(...shownOf(table)), ...table.notes.map((note) => `% ${note}\n`)].join('')
  }
}

function shownOf({ shown }: SummaryTextTable): Parameters<typeof toMarkdown> {
  const { columns, rows } = shown
  const plain = rows.map((cells) => cells.map(({ text }) => plainSigns(text)))
  return [
    { columns, rows: plain },
    {
      align: columns.map((_, place) => (isNumeric(plain, place) ? 'right' : 'left')),
      emphasized: (row, column) => rows[row]?.[column]?.isBest === true,
    },
  ]
}

/** A column of which every value begins like a number, whatever stands behind it. */
function isNumeric(rows: readonly (readonly string[])[], column: number): boolean {
  if (column === 0) return false
  const texts = rows.flatMap((cells) => cells[column] ?? []).filter((text) => text !== '–')
  return texts.length > 0 && texts.every((text) => /^(?:[≤≥] )?-?[\d∞]|^NaN/u.test(text))
}

/** Not every font, and no plain LaTeX, has the narrow space and the minus that the page writes. */
function plainSigns(text: string): string {
  return text.replaceAll('\u202f', ' ').replaceAll('−', '-')
}
