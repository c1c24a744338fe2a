import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageOf, rowsPerPage, sortEvidence, type EvidenceColumn } from './evidenceColumns.ts'

interface Row {
  readonly name: string
  readonly value: number | string | null
}

const column = (id: string, sortValue?: (row: Row) => number | string | null) => ({
  id,
  label: id,
  kind: 'text' as const,
  cell: () => ({ content: null, full: null }),
  ...(sortValue === undefined ? {} : { sortValue }),
})
const columns: readonly EvidenceColumn<Row>[] = [
  column('value', (row) => row.value),
  column('name', (row) => row.name),
  column('picture'),
]
const row = (name: string, value: number | string | null): Row => ({ name, value })
const sorted = (rows: readonly Row[], id: string, desc: boolean): string =>
  sortEvidence(rows, columns, { id, desc })
    .map(({ name }) => name)
    .join('')

describe('sortEvidence', () => {
  const rows = [row('a', 2), row('b', null), row('c', -Infinity), row('d', NaN), row('e', 3)]

  it('puts what is missing last whichever way it sorts', () => {
    expect(sorted(rows, 'value', false)).toBe('caebd')
    expect(sorted(rows, 'value', true)).toBe('eacbd')
  })

  it('keeps the order of equal rows, infinities among them', () => {
    const equal = [row('a', Infinity), row('b', 1), row('c', Infinity), row('d', 1)]
    expect(sorted(equal, 'value', false)).toBe('bdac')
    expect(sorted(equal, 'value', true)).toBe('acbd')
  })

  it('sorts texts', () => {
    expect(sorted([row('b', 1), row('a', 2)], 'name', false)).toBe('ab')
  })

  it('leaves rows as they are by a column that is not there or has nothing to sort by', () => {
    expect(sorted(rows, 'other', false)).toBe('abcde')
    expect(sorted(rows, 'picture', true)).toBe('abcde')
  })

  it('changes nothing of what it was given', () => {
    const given = Object.freeze([row('b', 2), row('a', 1)])
    expect(sorted(given, 'value', false)).toBe('ab')
    expect(given[0]?.name).toBe('b')
  })

  it('keeps every row', () => {
    const values = fc.array(fc.oneof(fc.double(), fc.constant(null)))
    fc.assert(
      fc.property(values, fc.boolean(), (given, desc) => {
        const all = given.map((value, place) => row(String(place), value))
        const result = sortEvidence(all, columns, { id: 'value', desc })
        expect(new Set(result)).toEqual(new Set(all))
      }),
    )
  })
})

describe('pageOf', () => {
  const rows = Array.from({ length: rowsPerPage + 1 }, (_, place) => place)

  it('is everything while it fits', () => {
    const fitting = rows.slice(1)
    expect(pageOf(fitting, 0)).toEqual({ rows: fitting, page: 0, pages: 1, first: 0 })
    expect(pageOf([], 0)).toEqual({ rows: [], page: 0, pages: 1, first: 0 })
  })

  it('goes on where the page before ended', () => {
    expect(pageOf(rows, 0)).toMatchObject({ pages: 2, first: 0 })
    expect(pageOf(rows, 0).rows).toHaveLength(rowsPerPage)
    expect(pageOf(rows, 1)).toEqual({ rows: [200], page: 1, pages: 2, first: 200 })
  })

  it('stays on the last page when rows have gone', () => {
    expect(pageOf(rows, 7).page).toBe(1)
    expect(pageOf(rows, -1).page).toBe(0)
  })
})
