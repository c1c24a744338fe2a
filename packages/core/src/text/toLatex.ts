import { RunoffError } from '../errors.ts'
import {
  alignmentsOf,
  checkRow,
  numberText,
  type TextCell,
  type TextTable,
  type TextTableOptions,
} from './textTable.ts'

export interface LatexOptions extends TextTableOptions {
  /** Text above the table, which makes it one that floats. */
  readonly caption?: string
  /** What `\ref` calls the table, such as `tab:runs`; it makes it one that floats. */
  readonly label?: string
}

/**
 * Returns a table in LaTeX: a `tabular` with the rules of booktabs, within a `table` where it has a
 * caption or a label. Without columns there is none, and the text is empty.
 *
 * A number is written with as many digits as give the same number when it is read; minus signs,
 * powers of ten and infinities are typeset as such. Missing: `null` and `undefined` are empty.
 *
 * A text is set as itself: every sign that LaTeX would make something of is escaped, a line break is
 * a space, and a control character is its code, such as `\x07`. Other letters are kept, for which
 * LaTeX reads UTF-8. Needs LaTeX of 2020 or later with `\usepackage{booktabs}`.
 *
 * @throws {RunoffError} `bad-option` where a row, or `align`, is not as long as `columns`, and for a
 * label of other than ASCII letters, digits and `: . _ / -`, which cannot be escaped.
 */
export function toLatex({ columns, rows }: TextTable, options: LatexOptions = {}): string {
  const { align, emphasized = () => false, caption, label } = options
  const cells = Array.from(rows, (row) => checkRow(row, columns))
  const letters = alignmentsOf(columns, cells, align).map((side) => side.charAt(0))
  const labelLine = label === undefined ? [] : [`\\label{${checkLabel(label)}}`]
  if (columns.length === 0) return ''
  const body = cells.map((row, i) => row.map((cell, j) => cellOf(cell, emphasized(i, j))))
  const tabular = [
    `\\begin{tabular}{${letters.join('')}}`,
    '\\toprule',
    rowOf(columns.map(escapeText)),
    '\\midrule',
    ...body.map(rowOf),
    '\\bottomrule',
    '\\end{tabular}',
  ]
  const head = [
    ...(caption === undefined ? [] : [`\\caption{${escapeText(caption)}}`]),
    ...labelLine,
  ]
  return `${(head.length === 0 ? tabular : floating(tabular, head)).join('\n')}\n`
}

function floating(tabular: readonly string[], head: readonly string[]): readonly string[] {
  return ['\\begin{table}', '\\centering', ...head, ...tabular, '\\end{table}']
}

function checkLabel(label: string): string {
  if (/^[\w:./-]+$/u.test(label)) return label
  throw new RunoffError(
    'bad-option',
    `The label ${JSON.stringify(label)} would not be read as it is. Pass one of letters, digits and ` +
      "the signs : . _ / -, such as 'tab:runs'.",
  )
}

function rowOf(cells: readonly string[]): string {
  return `${cells.join(' & ')} \\\\`
}

function cellOf(cell: TextCell, isEmphasized: boolean): string {
  const text = typeof cell === 'number' ? numberOf(cell) : escapeText(cell ?? '')
  if (!isEmphasized || text === '') return text
  // Bold text leaves formulas as they are.
  return text.startsWith('$') ? `\\textbf{\\boldmath${text}}` : `\\textbf{${text}}`
}

function numberOf(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '$\\infty$' : '$-\\infty$'
  const [digits = '', power] = numberText(value).split('e')
  if (power === undefined) return digits.startsWith('-') ? `$${digits}$` : digits
  return `$${digits} \\times 10^{${power.replace('+', '')}}$`
}

/**
 * How each sign is written. Those in braces end a row or an argument, or are taken by the command
 * before them; quotes, hyphens and commas would become others where two meet.
 */
const written: ReadonlyMap<string, string> = /* @__PURE__ */ writtenSigns()

function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n|[\t-\r\u0085\u2028\u2029]/gu, ' ')
    .replaceAll(/\p{Cc}/gu, (sign) => `\\x${hexOf(sign)}`)
    .replaceAll(/[\\{}$&#_%^~<>|"'`[\]*]/gu, (sign) => written.get(sign) ?? sign)
    .replaceAll(/([-,])(?=\1)/gu, '$1{}')
    .replaceAll(/^ +|(?<! ) +$| {2,}/gu, (spaces) => '\\ '.repeat(spaces.length))
}

function hexOf(sign: string): string {
  return sign.charCodeAt(0).toString(16).padStart(2, '0')
}

function writtenSigns(): ReadonlyMap<string, string> {
  return new Map([
    ['\\', '\\textbackslash{}'],
    ...['{', '}', '$', '&', '#', '_', '%'].map((sign) => [sign, `\\${sign}`] as const),
    ['^', '\\textasciicircum{}'],
    ['~', '\\textasciitilde{}'],
    ['<', '\\textless{}'],
    ['>', '\\textgreater{}'],
    ['|', '\\textbar{}'],
    ['"', '\\symbol{34}'],
    ["'", '\\textquotesingle{}'],
    ['`', '\\textasciigrave{}'],
    ...['[', ']', '*'].map((sign) => [sign, `{${sign}}`] as const),
  ])
}
