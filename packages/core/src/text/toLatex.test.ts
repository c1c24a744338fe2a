import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellTexts } from './testdata/cellTexts.ts'
import { toLatex } from './toLatex.ts'

/** What LaTeX sets for each command that a text may hold. */
const signOf = new Map([
  ...Array.from('{}$&#_%', (sign) => [`\\${sign}`, sign] as const),
  ['\\textbackslash{}', '\\'],
  ['\\textasciicircum{}', '^'],
  ['\\textasciitilde{}', '~'],
  ['\\textless{}', '<'],
  ['\\textgreater{}', '>'],
  ['\\textbar{}', '|'],
  ['\\symbol{34}', '"'],
  ['\\textquotesingle{}', "'"],
  ['\\textasciigrave{}', '`'],
  ['\\ ', ' '],
  ['{[}', '['],
  ['{]}', ']'],
  ['{*}', '*'],
  ['{}', ''],
])
const commands = /\\symbol\{34\}|\\[a-z]+\{\}|\\[^a-z]|\{[[\]*]?\}/gu

/** Sets a cell as LaTeX would, and refuses every sign that it would not set as it is. */
function readText(cell: string): string {
  const plain = cell.replaceAll(commands, '\u2205')
  expect(plain).not.toMatch(/[\\{}$&#^_%~<>|"'`[\]*\n\r]|--|,,| {2}|\p{Cc}/u)
  expect(cell).not.toMatch(/^ |(?<!\\) $/u)
  return cell.replaceAll(commands, (command) => signOf.get(command) ?? `?${command}?`)
}

const asSet = (text: string): string =>
  text
    .replaceAll(/\r\n|[\t-\r\u0085\u2028\u2029]/gu, ' ')
    .replaceAll(
      /\p{Cc}/gu,
      (sign) => `\\x${(sign.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`,
    )

const rowsOf = (text: string): string[] => text.split('\n').slice(4, -3)
const cellOf = (cell: string | number | null): string | undefined => {
  const [row = ''] = rowsOf(toLatex({ columns: ['x'], rows: [[cell]] }))
  expect(row).toMatch(/ \\\\$/u)
  return row.slice(0, -3)
}

describe('toLatex', () => {
  it('writes a tabular with the rules of booktabs, numbers to the right', () => {
    const rows = [
      ['warm-up', 100, 0.25],
      ['cosine', null, -0.5],
    ]
    expect(toLatex({ columns: ['run', 'step', 'eval_loss'], rows })).toBe(
      String.raw`\begin{tabular}{lrr}
\toprule
run & step & eval\_loss \\
\midrule
warm-up & 100 & 0.25 \\
cosine &  & $-0.5$ \\
\bottomrule
\end{tabular}
`,
    )
  })

  it('has a head where there are no rows, and nothing where there are no columns', () => {
    expect(rowsOf(toLatex({ columns: ['run'], rows: [] }))).toEqual([])
    expect(toLatex({ columns: [], rows: [] })).toBe('')
  })

  it('floats where it has a caption or a label', () => {
    const text = toLatex({ columns: ['a'], rows: [] }, { caption: '100 % of it', label: 'tab:a_b' })
    expect(text.split('\n').slice(0, 5)).toEqual([
      '\\begin{table}',
      '\\centering',
      '\\caption{100 \\% of it}',
      '\\label{tab:a_b}',
      '\\begin{tabular}{l}',
    ])
    expect(text.endsWith('\\end{tabular}\n\\end{table}\n')).toBe(true)
  })

  it.each(['', 'a}', 'a b', '\\a', 'a%', '\u00e9'])('refuses the label %j', (label) => {
    const call = (): string => toLatex({ columns: ['a'], rows: [] }, { label })
    expect(call).toThrow(expect.objectContaining({ code: 'bad-option' }))
  })

  it.each([
    [0.1, '0.1'],
    [-3, '$-3$'],
    [-0, '$-0$'],
    [1e21, '$1 \\times 10^{21}$'],
    [-2.5e-7, '$-2.5 \\times 10^{-7}$'],
    [NaN, 'NaN'],
    [Infinity, '$\\infty$'],
    [-Infinity, '$-\\infty$'],
    [null, ''],
  ])('sets %d as %s', (cell, written) => {
    expect(cellOf(cell)).toBe(written)
  })

  it('sets in bold what is the best, formulas too, and nothing where there is nothing', () => {
    const rows = [['a$', 0.5, -1, null]]
    const columns = ['run', 'loss', 'delta', 'none']
    expect(rowsOf(toLatex({ columns, rows }, { emphasized: () => true }))).toEqual([
      '\\textbf{a\\$} & \\textbf{0.5} & \\textbf{\\boldmath$-1$} &  \\\\',
    ])
  })

  it('lets no cell be taken by the end of the row before it', () => {
    expect(cellOf('[1em]')).toBe('{[}1em{]}')
    expect(cellOf('*')).toBe('{*}')
  })

  it('sets any text as itself, in a cell, in the head and in the caption', () => {
    fc.assert(
      fc.property(cellTexts, (text) => {
        expect(readText(cellOf(text) ?? '')).toBe(asSet(text))
        const table = toLatex({ columns: [text], rows: [] }, { caption: text })
        const [, , caption = '', , , head = ''] = table.split('\n')
        expect(readText(head.slice(0, -3))).toBe(asSet(text))
        expect(readText(caption.slice('\\caption{'.length, -1))).toBe(asSet(text))
      }),
    )
  })

  it('gives identical numbers when it is read again', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const digits = cellOf(value)
          ?.replaceAll('$', '')
          .replace(/ \\times 10\^\{(.*)\}/u, 'e$1')
        expect(Number(digits)).toBe(value)
      }),
    )
  })

  it('refuses a row or an alignment that is not as long as the columns', () => {
    expect(() => toLatex({ columns: ['a', 'b'], rows: [[1]] })).toThrow('A row has 1 cells')
    expect(() => toLatex({ columns: ['a'], rows: [] }, { align: [] })).toThrow(
      'align has 0 entries',
    )
  })
})
