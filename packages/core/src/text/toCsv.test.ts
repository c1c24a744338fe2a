import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextCell } from './textTable.ts'
import { toCsv } from './toCsv.ts'

/** Reads what RFC 4180 says, and nothing more. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  let row: string[] = []
  for (const [, inQuotes, plain, end] of text.matchAll(cell)) {
    row.push(inQuotes === undefined ? (plain ?? '') : inQuotes.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  expect(text.replaceAll(cell, '')).toBe('')
  return rows
}

const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  ' =1+1',
  '\u00a0=1+1',
  '\ufeff=1+1',
  '\u200b=1+1',
  '\n=1+1',
  '=1+1\nx',
  '\ttext',
  '\rtext',
  '\0text',
  '\uff1d1+1',
  '\uff0b1',
  '\uff0d1',
  '\uff20A1',
]
const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('=', '"', ',', '\r', '\n', '\t', ' ', 'a', '-', ';', '#') }),
  fc.constantFrom(...formulas),
)

describe('toCsv', () => {
  it('writes a line of names and one of each row', () => {
    const table = { columns: ['run', 'step', 'loss'], rows: [['a', 1, 0.25]] }
    expect(toCsv(table)).toBe('run,step,loss\r\na,1,0.25\r\n')
    expect(toCsv({ columns: ['run'], rows: [] })).toBe('run\r\n')
  })

  it('writes numbers in full, those that are none by name, and nothing for what is missing', () => {
    const row = [0.1, -1e-7, 1e21, -0, NaN, Infinity, -Infinity, null, undefined, '']
    const text = toCsv({ columns: row.map((_, i) => `c${i}`), rows: [row] })
    expect(text.split('\r\n')[1]).toBe('0.1,-1e-7,1e+21,-0,NaN,Infinity,-Infinity,,,')
  })

  it('gives identical numbers when it is read again', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const [, [cell] = []] = readCsv(toCsv({ columns: ['x'], rows: [[value]] }))
        expect(Number(cell)).toBe(value)
      }),
    )
  })

  it('gives identical text when it is read again, but for the apostrophe', () => {
    const rows = fc.array(fc.tuple(texts, texts), { maxLength: 8 })
    fc.assert(
      fc.property(rows, (given) => {
        const [, ...read] = readCsv(toCsv({ columns: ['a', 'b'], rows: given }))
        expect(read).toHaveLength(given.length)
        for (const [i, row] of given.entries()) {
          for (const [place, text] of row.entries()) {
            expect([text, `'${text}`]).toContain(read[i]?.[place])
          }
        }
      }),
    )
  })

  it.each(formulas)('lets no text begin a formula: %j', (text) => {
    const [names, cells] = readCsv(toCsv({ columns: [text, 'b'], rows: [['x', text]] }))
    expect([names?.[0], cells?.[1]]).toEqual([`'${text}`, `'${text}`])
  })

  it('leaves text alone that begins none', () => {
    const row = ['a=1', 'lr-3e-4', '1-2', "it's", 'a@b', '\u2212 1']
    const [, read] = readCsv(toCsv({ columns: row, rows: [row] }))
    expect(read).toEqual(row)
  })

  it('quotes what would be read as something else', () => {
    const row = ['say "a"', 'a,b', 'a\r\nb', ' a', 'a ', '#1', 'a;b']
    const text = toCsv({ columns: ['1', '2', '3', '4', '5', '6', '7'], rows: [row] })
    expect(text).toContain('"say ""a""","a,b","a\r\nb"," a","a ","#1","a;b"\r\n')
  })

  it('writes a row whose only cell is empty, which a reader would pass over', () => {
    expect(toCsv({ columns: ['x'], rows: [[null], [1]] })).toBe('x\r\n""\r\n1\r\n')
  })

  it('writes the preamble as comments, with no cell in them a formula', () => {
    const preamble = ['Loss of "a", smoothed', 'two\nlines', '', 'x,=1+1; @y']
    expect(toCsv({ columns: ['x'], rows: [] }, { preamble })).toBe(
      "# Loss of 'a', smoothed\r\n# two\r\n# lines\r\n#\r\n# x,'=1+1;' @y\r\nx\r\n",
    )
  })

  it('keeps every line of the preamble a comment', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 4 }), (preamble) => {
        const lines = toCsv({ columns: ['x'], rows: [] }, { preamble }).split(/\r\n|\r|\n/u)
        expect(lines.slice(-2)).toEqual(['x', ''])
        for (const line of lines.slice(0, -2)) {
          expect(line.startsWith('#')).toBe(true)
          for (const cell of line.split(/[,;\t|]/u)) expect(cell.trim()).not.toMatch(/^[=+\-@"]/u)
        }
      }),
    )
  })

  it('takes rows from anything that can be gone through', () => {
    function* rows(): Generator<readonly TextCell[]> {
      yield [1]
      yield [2]
    }
    expect(toCsv({ columns: ['x'], rows: rows() })).toBe('x\r\n1\r\n2\r\n')
  })

  it('refuses a row that is not as long as the columns', () => {
    const call = (): string => toCsv({ columns: ['a', 'b'], rows: [[1]] })
    expect(call).toThrow(expect.objectContaining({ code: 'bad-option' }))
    expect(call).toThrow('A row has 1 cells where there are 2 columns')
  })
})
