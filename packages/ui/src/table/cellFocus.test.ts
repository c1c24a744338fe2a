import { describe, expect, it } from 'vitest'
import { cellAfterKey, type CellGrid } from './cellFocus.ts'

const grid: CellGrid = {
  rows: ['r1', 'r2', 'r3'],
  columns: ['run', 'best', 'gap'],
  isTransposed: false,
  isRightToLeft: false,
}
const plain = { ctrlKey: false, metaKey: false, altKey: false }

function after(
  from: string,
  key: string,
  options: Partial<CellGrid> = {},
  ctrlKey = false,
): string {
  const [row = '', column = ''] = from.split(' ')
  const next = cellAfterKey({ row, column }, { ...plain, key, ctrlKey }, { ...grid, ...options })
  return next === null ? 'nowhere' : `${next.row} ${next.column}`
}

describe('cellAfterKey', () => {
  it('goes to the cell beside, and stays at an edge', () => {
    expect(after('r2 best', 'ArrowUp')).toBe('r1 best')
    expect(after('r2 best', 'ArrowDown')).toBe('r3 best')
    expect(after('r2 best', 'ArrowLeft')).toBe('r2 run')
    expect(after('r2 best', 'ArrowRight')).toBe('r2 gap')
    expect(after('r1 run', 'ArrowUp')).toBe('nowhere')
    expect(after('r2 best', 'x')).toBe('nowhere')
  })

  it('goes to the ends of a row, with Control to those of the table', () => {
    expect(after('r2 best', 'Home')).toBe('r2 run')
    expect(after('r2 best', 'End')).toBe('r2 gap')
    expect(after('r2 best', 'Home', {}, true)).toBe('r1 run')
    expect(after('r2 best', 'End', {}, true)).toBe('r3 gap')
    expect(after('r1 best', 'PageDown')).toBe('r3 best')
  })

  it('goes where the arrow points in a page that is read from the right', () => {
    expect(after('r2 best', 'ArrowLeft', { isRightToLeft: true })).toBe('r2 gap')
  })

  it('goes from run to run sideways where runs are columns', () => {
    expect(after('r2 best', 'ArrowRight', { isTransposed: true })).toBe('r3 best')
    expect(after('r2 best', 'ArrowDown', { isTransposed: true })).toBe('r2 gap')
    expect(after('r2 best', 'Home', { isTransposed: true })).toBe('r1 best')
  })

  it('begins at the first row where the one it was on is gone', () => {
    expect(after('gone best', 'ArrowDown')).toBe('r2 best')
  })
})
