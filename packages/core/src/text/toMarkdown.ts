import {
  alignmentsOf,
  checkRow,
  numberText,
  type TextAlign,
  type TextCell,
  type TextTable,
  type TextTableOptions,
} from './textTable.ts'

/**
 * Returns a table in Markdown, as GitHub reads it: a line of column names, one of alignments, and
 * one for each row. Without columns there is none, and the text is empty.
 *
 * A number is written with as many digits as give the same number when it is read, and those that
 * are not finite as `NaN`, `Infinity` and `-Infinity`. Missing: `null` and `undefined` are empty.
 *
 * A text reads as itself: what Markdown or HTML would make something of is escaped, and a line break
 * is a `<br>`. NUL, which Markdown does not have, is U+FFFD.
 *
 * @throws {RunoffError} `bad-option` where a row, or `align`, is not as long as `columns`.
 * @see GitHub Flavored Markdown 0.29, sections 4.10, 6.1, 6.2 and 6.9.
 */
export function toMarkdown({ columns, rows }: TextTable, options: TextTableOptions = {}): string {
  const { align, emphasized = () => false } = options
  const cells = Array.from(rows, (row) => checkRow(row, columns))
  const rules = alignmentsOf(columns, cells, align).map((side) => ruleOf[side])
  if (columns.length === 0) return ''
  const body = cells.map((row, i) => row.map((cell, j) => cellOf(cell, emphasized(i, j))))
  return [columns.map(escapeText), rules, ...body]
    .map((line) => `| ${line.join(' | ')} |\n`)
    .join('')
}

const ruleOf: Readonly<Record<TextAlign, string>> = { left: '---', center: ':-:', right: '--:' }

function cellOf(cell: TextCell, isEmphasized: boolean): string {
  const text = typeof cell === 'number' ? numberText(cell) : escapeText(cell ?? '')
  return isEmphasized && text !== '' ? `**${text}**` : text
}

/** A sign that begins something wherever it stands. */
const signs = /[\\`*_{}[\]<>|~#&$]/gu
/** The sign without which an address or a mail address is no link. */
const linkSigns = /:(?=\/\/)|@|(?<=\bwww)\./giu
/** What begins a list or a rule where a reader takes the cell for a line. */
const firstSign = /^[-+=:]/u
/** White space that a reader would trim, and a tab, which it may take for a space. */
const edges = /^\s+|(?<!\s)\s+$|\t/gu

function escapeText(text: string): string {
  return text
    .replaceAll('\0', '\ufffd')
    .replaceAll(signs, String.raw`\$&`)
    .replaceAll(linkSigns, String.raw`\$&`)
    .replace(firstSign, String.raw`\$&`)
    .replaceAll(/\r\n|[\n\r\u2028\u2029]/gu, '<br>')
    .replaceAll(edges, (spaces) =>
      Array.from(spaces, (space) => `&#${space.codePointAt(0)};`).join(''),
    )
}
