import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellTexts } from './testdata/cellTexts.ts'
import { toJson } from './toJson.ts'

const readTable = (text: string) =>
  JSON.parse(text) as { columns: string[]; rows: (string | number | null)[][] }

describe('toJson', () => {
  it('writes a line for each row', () => {
    const rows = [
      ['a', 1, null],
      ['b', 0.1, undefined],
    ]
    expect(toJson({ columns: ['run', 'step', 'loss'], rows })).toBe(
      `{
  "columns": ["run","step","loss"],
  "rows": [
    ["a",1,null],
    ["b",0.1,null]
  ]
}
`,
    )
    expect(toJson({ columns: [], rows: [] })).toBe('{\n  "columns": [],\n  "rows": []\n}\n')
  })

  it('writes numbers as text that JSON does not have', () => {
    const row = [NaN, Infinity, -Infinity, -0, 1e21]
    expect(readTable(toJson({ columns: row.map(String), rows: [row] })).rows).toEqual([
      ['NaN', 'Infinity', '-Infinity', '-0', 1e21],
    ])
  })

  it('gives back every text and every other number', () => {
    const cells = fc.oneof(
      cellTexts,
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      fc.constantFrom('__proto__', '\ud800', null),
    )
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 5 }), (row) => {
        const columns = row.map(String)
        expect(readTable(toJson({ columns, rows: [row] }))).toEqual({ columns, rows: [row] })
      }),
    )
  })

  it('refuses a row that is not as long as the columns', () => {
    expect(() => toJson({ columns: ['a', 'b'], rows: [[1]] })).toThrow('A row has 1 cells')
  })
})
