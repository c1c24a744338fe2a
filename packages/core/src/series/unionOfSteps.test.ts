import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameGrid, unionOfSteps } from './unionOfSteps.ts'

const grids = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 40 }), fc.double({ noNaN: true })), {
    maxLength: 30,
  })
  .map((steps) => Float64Array.from(new Set(steps.map((step) => step + 0))).sort())

describe('unionOfSteps', () => {
  it('holds every step once, rising, for any columns', () => {
    fc.assert(
      fc.property(fc.array(grids, { maxLength: 9 }), (columns) => {
        const all = new Set(columns.flatMap((column) => [...column]))
        expect([...unionOfSteps(columns)]).toEqual([...all].toSorted((a, b) => a - b))
      }),
    )
  })

  it('is a column of its own, also where all grids are the same', () => {
    const grid = Float64Array.of(1, 2)
    const union = unionOfSteps([grid, grid, Float64Array.of(1, 2)])
    expect(union).toEqual(grid)
    expect(union.buffer).not.toBe(grid.buffer)
  })

  it('comes to an end with steps that are no numbers', () => {
    const broken = Float64Array.of(1, NaN, 3)
    expect(unionOfSteps([broken, Float64Array.of(1, 2)])).toContain(3)
  })
})

describe('isSameGrid', () => {
  it('looks at every step', () => {
    const grid = Float64Array.of(1, 2, 3)
    expect(isSameGrid(grid, grid.slice())).toBe(true)
    expect(isSameGrid(grid, Float64Array.of(1, 2.5, 3))).toBe(false)
    expect(isSameGrid(grid, Float64Array.of(1, 2))).toBe(false)
    expect(isSameGrid(new Float64Array(0), new Float64Array(0))).toBe(true)
  })
})
