import { describe, expect, it } from 'vitest'
import { completeTableView, defaultTableView, type TableView } from './tableView.ts'

describe('completeTableView', () => {
  it('keeps what can be used, through JSON', () => {
    const view: TableView = {
      sorting: [{ column: 'best', isDescending: true }],
      columns: ['best', 'param:__proto__'],
      pinned: ['best'],
      widths: [{ column: 'best', widthPx: 120 }],
      baselineId: 'a',
      isGrouped: true,
      isTransposed: true,
    }
    expect(completeTableView(JSON.parse(JSON.stringify(view)))).toEqual(view)
  })

  it.each([undefined, null, 'best', [], { sorting: {}, columns: 'best', baselineId: 7 }])(
    'leaves the choice to the table for %j',
    (given) => {
      expect(completeTableView(given)).toEqual(defaultTableView)
    },
  )

  it('shows no column where none is wanted, which is not the same as no choice', () => {
    expect(completeTableView({ columns: [] }).columns).toEqual([])
  })

  it('leaves out what names no column', () => {
    const sorting = [{ isDescending: true }, null, { column: 'gap', isDescending: 'yes', by: 1 }]
    expect(completeTableView({ sorting }).sorting).toEqual([{ column: 'gap', isDescending: false }])
  })

  it('keeps widths within bounds, in whole pixels', () => {
    const widths = [10, 99.6, 1e9, NaN, Infinity, '80'].map((widthPx, i) => ({
      column: `${i}`,
      widthPx,
    }))
    expect(completeTableView({ widths }).widths).toEqual([
      { column: '0', widthPx: 48 },
      { column: '1', widthPx: 100 },
      { column: '2', widthPx: 800 },
    ])
  })
})
