import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellTexts } from './testdata/cellTexts.ts'
import { toMarkdown } from './toMarkdown.ts'

/** Cuts a line at the bars that no backslash is before, as GitHub does. */
function cellsOf(line: string): string[] {
  expect(line).toMatch(/^\| .* \|$/u)
  const cells: string[] = []
  let cell = ''
  for (const [token] of line.slice(1).matchAll(/\\[\s\S]|[\s\S]/gu)) {
    if (token === '|') {
      cells.push(cell.trim())
      cell = ''
    } else cell += token
  }
  return cells
}

const escapes = /\\([!-/:-@[-`{-~])|&#(\d+);|(<br>)/gu

/** Reads escapes, references and line breaks, and nothing else. */
function readText(cell: string): string {
  return cell.replaceAll(escapes, (_, sign?: string, code?: string) => {
    if (sign !== undefined) return sign
    return code === undefined ? '\n' : String.fromCodePoint(Number(code))
  })
}

const bodyOf = (text: string): string[] => text.split('\n').slice(2, -1)
const asRead = (text: string): string =>
  text.replaceAll('\0', '\ufffd').replaceAll(/\r\n|[\r\u2028\u2029]/gu, '\n')

describe('toMarkdown', () => {
  it('writes a line of names, one of alignments and one of each row, numbers to the right', () => {
    const rows = [
      ['warm-up', 100, 0.25],
      ['cosine', null, -1e-7],
    ]
    expect(toMarkdown({ columns: ['run', 'step', 'loss'], rows })).toBe(
      '| run | step | loss |\n| --- | --: | --: |\n| warm-up | 100 | 0.25 |\n| cosine |  | -1e-7 |\n',
    )
  })

  it('has a head where there are no rows, and nothing where there are no columns', () => {
    expect(toMarkdown({ columns: ['run'], rows: [] })).toBe('| run |\n| --- |\n')
    expect(toMarkdown({ columns: [], rows: [[], []] })).toBe('')
  })

  it('writes numbers in full, and those that are none by name', () => {
    const row = [0.1, -0, 1e21, NaN, Infinity, -Infinity]
    const [line] = bodyOf(toMarkdown({ columns: row.map((_, i) => `c${i}`), rows: [row] }))
    expect(line).toBe('| 0.1 | -0 | 1e+21 | NaN | Infinity | -Infinity |')
  })

  it('aligns a column to the left that has text in it, or nothing', () => {
    const rows = [
      [1, null, '1'],
      ['-', null, '2'],
    ]
    const [, rule] = toMarkdown({ columns: ['a', 'b', 'c'], rows }).split('\n')
    expect(rule).toBe('| --- | --- | --- |')
  })

  it('aligns as it is told', () => {
    const align = ['center', 'right', 'left'] as const
    const [, rule] = toMarkdown({ columns: ['a', 'b', 'c'], rows: [] }, { align }).split('\n')
    expect(rule).toBe('| :-: | --: | --- |')
    const call = (): string => toMarkdown({ columns: ['a'], rows: [] }, { align })
    expect(call).toThrow(expect.objectContaining({ code: 'bad-option' }))
    expect(call).toThrow('align has 3 entries where there are 1 columns')
  })

  it('sets in bold what is the best, and nothing where there is nothing', () => {
    const rows = [
      ['a*', 0.5],
      ['', 0.25],
    ]
    const emphasized = (row: number, column: number): boolean => row === 1 || column === 0
    const text = toMarkdown({ columns: ['run', 'loss'], rows }, { emphasized })
    expect(bodyOf(text)).toEqual(['| **a\\*** | 0.5 |', '|  | **0.25** |'])
  })

  it.each([
    ['a|b', 'a\\|b'],
    ['\\|', '\\\\\\|'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['lora_r', 'lora\\_r'],
    ['https://a.b', 'https\\://a.b'],
    ['www.a.b', 'www\\.a.b'],
    ['- a', '\\- a'],
    ['lr-3e-4', 'lr-3e-4'],
    [' a ', '&#32;a&#32;'],
    ['a\r\nb', 'a<br>b'],
  ])('writes %j as %j', (text, written) => {
    expect(bodyOf(toMarkdown({ columns: ['x'], rows: [[text]] }))).toEqual([`| ${written} |`])
  })

  it('gives any text back to who reads it, in a cell and in the head', () => {
    fc.assert(
      fc.property(fc.array(cellTexts, { minLength: 1, maxLength: 4 }), (texts) => {
        const [head, rule, row, ...rest] = toMarkdown({ columns: texts, rows: [texts] }).split('\n')
        expect(cellsOf(head ?? '').map(readText)).toEqual(texts.map(asRead))
        expect(cellsOf(row ?? '').map(readText)).toEqual(texts.map(asRead))
        expect(rule).toBe(`|${' --- |'.repeat(texts.length)}`)
        expect(rest).toEqual([''])
      }),
    )
  })

  it('leaves no sign that would be read as something else', () => {
    fc.assert(
      fc.property(cellTexts, (text) => {
        const [line = ''] = bodyOf(toMarkdown({ columns: ['x'], rows: [[text]] }))
        const plain = line.slice(2, -2).replaceAll(escapes, '\u2205')
        expect(plain).not.toMatch(/[\\`*_{}[\]<>|~#&$@\n\r\t]|:\/\/|www\.|^[-+=: ]| $/iu)
      }),
    )
  })

  it('gives identical numbers when it is read again', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const [line = ''] = bodyOf(toMarkdown({ columns: ['x'], rows: [[value]] }))
        expect(Number(cellsOf(line)[0])).toBe(value)
      }),
    )
  })

  it('refuses a row that is not as long as the columns', () => {
    const call = (): string => toMarkdown({ columns: ['a', 'b'], rows: [[1]] })
    expect(call).toThrow('A row has 1 cells where there are 2 columns')
  })
})
