import type { Formatters } from '../format/formatters.ts'
import { sentenceParts } from '../recommendation/sentenceParts.ts'
import { escapeHtml, markup, type Markup } from './escapeHtml.ts'
import {
  reportDocument,
  type ReportBlock,
  type ReportCell,
  type ReportChart,
  type ReportInput,
} from './reportDocument.ts'
import { reportStyle } from './reportStyle.ts'
import { sha256 } from './sha256.ts'

/**
 * Returns a report as one page that needs no other file and runs no script: its policy allows its
 * own stylesheet by its hash, and nothing else. It is light or dark as the reader's system is, and
 * can be printed.
 */
export async function reportHtml(input: ReportInput): Promise<string> {
  const { title, blocks } = reportDocument(input)
  const policy =
    `default-src 'none'; style-src '${await sha256(reportStyle)}'; ` +
    "img-src data:; base-uri 'none'; form-action 'none'"
  const body = blocks.map((block) => blockHtml(block, input.formatters))
  // What is not written with `markup` here is fixed.
  return [
    '<!doctype html>',
    markup`<html lang="${input.messages.language}">`.html,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${reportStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    markup`<h1><bdi>${title}</bdi></h1>`.html,
    ...body.map((part) => part.html),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function blockHtml(block: ReportBlock, formatters: Formatters): Markup {
  switch (block.kind) {
    case 'heading':
      return block.level === 2
        ? markup`<h2>${sentence(block.text)}</h2>`
        : markup`<h3>${sentence(block.text)}</h3>`
    case 'paragraph':
      return block.isLead === true
        ? markup`<p class="lead">${sentence(block.text)}</p>`
        : markup`<p>${sentence(block.text)}</p>`
    case 'list':
      return markup`<ul>
        ${block.items.map((item) => markup`<li>${sentence(item)}</li>`)}
      </ul>`
    case 'facts':
      return markup`<dl>
        ${block.facts.map(
          ({ term, text }) =>
            markup`<div>
              <dt>${term}</dt>
              <dd>${sentence(text)}</dd>
            </div>`,
        )}
      </dl>`
    case 'table':
      return tableHtml(block, formatters)
    case 'charts':
      return markup`${block.charts.map(chartHtml)}`
    default:
      return block satisfies never
  }
}

/** Names must not turn the words around them. */
function sentence(text: string): Markup {
  const parts = sentenceParts(text).map((part) =>
    part.isName ? markup`<bdi>${part.text}</bdi>` : markup`${part.text}`,
  )
  return { html: parts.map((part) => part.html).join('') }
}

type TableBlock = Extract<ReportBlock, { readonly kind: 'table' }>

/** A wide table is moved within its own frame, which the keyboard reaches. */
function tableHtml(
  { caption, isHeaded, table: { columns, rows } }: TableBlock,
  formatters: Formatters,
): Markup {
  const head = columns.map((name) => markup`<th scope="col"><bdi>${name}</bdi></th>`)
  const body = rows.map(([first, ...rest]) => {
    const cells = rest.map((cell) => cellHtml(cell, formatters))
    return markup`<tr>
      <th scope="row"><bdi>${cellText(first, formatters)}</bdi></th>
      ${cells}
    </tr>`
  })
  return markup`<div class="wide" role="region" aria-label="${caption}" tabindex="0">
    <table>
      ${isHeaded ? [] : markup`<caption>${caption}</caption>`}
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`
}

function cellHtml(cell: ReportCell, formatters: Formatters): Markup {
  if (typeof cell === 'object' && cell !== null && cell.isBest) {
    return markup`<td class="${lengthOf(cell.text)}"><strong><bdi>${cell.text}</bdi></strong></td>`
  }
  if (typeof cell === 'number') {
    const text = cellText(cell, formatters)
    return markup`<td class="number short" title="${formatters.full(cell)}">${text}</td>`
  }
  const text = cellText(cell, formatters)
  return markup`<td class="${lengthOf(text)}"><bdi>${text}</bdi></td>`
}

/** A number stays in one line, however narrow the paper is; a long name may break anywhere. */
function lengthOf(text: string): 'short' | 'long' {
  return text.length > 10 ? 'long' : 'short'
}

/** Steps and counts are whole; of others four digits are read, and all of them are in the title. */
function cellText(cell: ReportCell, { metric, full }: Formatters): string {
  if (cell === null || cell === undefined) return '–'
  if (typeof cell === 'string') return cell
  if (typeof cell === 'object') return cell.text
  return Number.isInteger(cell) ? full(cell) : metric(cell)
}

function chartHtml({ title, svg }: ReportChart, index: number): Markup {
  return markup`<figure aria-label="${title}">${{ html: withOwnIds(svg, index) }}</figure>`
}

/**
 * Several pictures in one page must not share the ids that each of them has. Quotes of texts are
 * escaped in them, so that none of these patterns can be a part of a text.
 */
function withOwnIds(svg: string, index: number): string {
  return svg
    .replaceAll('id="runoff-', `id="chart-${index}-`)
    .replaceAll('url(#runoff-plot)"', `url(#chart-${index}-plot)"`)
    .replaceAll(
      'aria-labelledby="runoff-title runoff-summary"',
      `aria-labelledby="chart-${index}-title chart-${index}-summary"`,
    )
}
