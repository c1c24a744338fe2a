import { toMarkdown, type TextCell } from '@runoff/core'
import {
  reportDocument,
  type ReportBlock,
  type ReportCell,
  type ReportInput,
  type ReportTable,
} from './reportDocument.ts'

/** Returns a report as Markdown (GitHub's, with tables). It has no charts, and says so. */
export function reportMarkdown(input: ReportInput): string {
  const { title, blocks } = reportDocument({ ...input, charts: [] })
  return `${[`# ${markdownText(title)}`, ...blocks.map(blockText)].join('\n\n')}\n`
}

function blockText(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${markdownText(block.text)}`
    case 'paragraph':
      return block.isLead === true ? `**${markdownText(block.text)}**` : markdownText(block.text)
    case 'list':
      return block.items.map((item) => `- ${markdownText(item)}`).join('\n')
    case 'facts':
      return block.facts
        .map(({ term, text }) => `- ${markdownText(term)}: ${markdownText(text)}`)
        .join('\n')
    case 'table':
      return block.isHeaded
        ? tableText(block.table)
        : `${markdownText(block.caption)}:\n\n${tableText(block.table)}`
    case 'charts':
      return block.charts.map((chart) => `- ${markdownText(chart.title)}`).join('\n')
    default:
      return block satisfies never
  }
}

function tableText({ columns, rows }: ReportTable): string {
  const table = { columns, rows: rows.map((row) => row.map(plainCell)) }
  const emphasized = (row: number, column: number): boolean => isBest(rows[row]?.[column])
  return toMarkdown(table, { emphasized }).trimEnd()
}

function plainCell(cell: ReportCell): TextCell {
  return typeof cell === 'object' && cell !== null ? cell.text : cell
}

function isBest(cell: ReportCell): boolean {
  return typeof cell === 'object' && cell !== null && cell.isBest
}

/** The marks around names in sentences, which only a screen needs. */
const isolates = /[\u2068\u2069]/g
const lineEnds = /\s*[\r\n\u2028\u2029]+\s*/g
/** What begins something within a line: a link, a tag, code, a bare address. */
const signs = /[\\`*_{}[\]<>#|~&$^@]|:(?=\/\/)|(?<=www)\./gi
/** What begins a list or a heading at the start of one: of numbers only those that a space follows. */
const starts = /^(?=[-+=])|(?<=^\d+)(?=[.)](?:\s|$))/

/**
 * Returns a text as it is written within a line of Markdown: nothing in it begins a list, a link, a
 * table or a tag.
 *
 * @see CommonMark 0.31.2, section 2.4: a backslash before punctuation makes it mean itself.
 */
export function markdownText(text: string): string {
  return text
    .replaceAll(isolates, '')
    .replaceAll(lineEnds, ' ')
    .trim()
    .replaceAll(signs, String.raw`\$&`)
    .replace(starts, '\\')
}
