import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridDensity, gridOf, pearsonDivergence } from './parzen.ts'
import { categoriesOf, numbersOf } from './testdata/studyOf.ts'

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}

describe('gridOf', () => {
  it('gives categories a place each, and none to what is missing', () => {
    expect(gridOf(categoriesOf('c', [2, 0, -1, 1]))).toEqual({
      isOrdered: false,
      size: 3,
      places: Int32Array.of(2, 0, -1, 1),
    })
  })

  it('gives whole numbers a step each, up to fifty', () => {
    expect(gridOf(numbersOf('a', [3, 5, NaN, 4]))).toEqual({
      isOrdered: true,
      size: 3,
      places: Int32Array.of(0, 2, -1, 1),
    })
    expect(gridOf(numbersOf('a', [0, 48])).size).toBe(49)
    expect(gridOf(numbersOf('a', [0, 49])).size).toBe(50)
    expect(gridOf(numbersOf('a', [0, 50])).size).toBe(50)
  })

  it('gives other numbers fifty steps, from the least to the greatest', () => {
    const grid = gridOf(numbersOf('a', [0, 0.5, 49 * 0.1, 2.45]))
    expect(grid.size).toBe(50)
    // A value halfway between two steps goes to the lower.
    expect(grid.places).toEqual(Int32Array.of(0, 5, 49, 24))
  })

  it('gives whole numbers on the log scale a step for each doubling of their span', () => {
    // ceil(log2(4096 - 1 + 1)) + 1, and the last power of two that does not need one more.
    expect(gridOf(numbersOf('a', [1, 4096], 'log')).size).toBe(13)
    expect(gridOf(numbersOf('a', [1, 4097], 'log')).size).toBe(14)
    expect(gridOf(numbersOf('a', [1, 2], 'log')).size).toBe(2)
    expect(gridOf(numbersOf('a', [1.5, 2000], 'log')).size).toBe(50)
  })

  it('places any finite numbers, however far apart', () => {
    const numbers = fc.uniqueArray(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      minLength: 2,
      maxLength: 20,
    })
    fc.assert(
      fc.property(numbers, (values) => {
        const { size, places } = gridOf(numbersOf('a', values))
        expect(size).toBeGreaterThanOrEqual(1)
        expect(places.every((place) => place >= 0 && place < size)).toBe(true)
      }),
    )
  })

  it('spans the largest numbers there are', () => {
    expect(gridOf(numbersOf('a', [-1.5e308, 0.5, 1.5e308])).places).toEqual(
      Int32Array.of(0, 24, 49),
    )
  })
})

describe('gridDensity', () => {
  it('sums to one over the grid', () => {
    const counts = fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 50 })
    fc.assert(
      fc.property(counts, fc.boolean(), (given, isOrdered) => {
        fc.pre(given.some((count) => count > 0))
        expect(sumOf(gridDensity(Float64Array.from(given), isOrdered))).toBeCloseTo(1, 9)
      }),
    )
  })

  it('is lowest far from what was counted, but never nothing', () => {
    const density = gridDensity(Float64Array.of(9, 0, 0, 0, 0, 0, 0, 0, 0, 1), true)
    expect(density[0]).toBeGreaterThan(0.7)
    expect(density[5]).toBeGreaterThan(0.005)
    expect(density[5]).toBeLessThan(0.02)
    expect(density[9]).toBeGreaterThan(density[5] ?? 1)
  })

  it('smooths categories towards an even share', () => {
    // Three kernels: each category keeps 1 + 1/3 of 1 + 2/3 and gives 1/3; the even prior counts once.
    const density = gridDensity(Float64Array.of(3, 1), false)
    expect(density[0]).toBeCloseTo((3 * 0.8 + 1 * 0.2 + 0.5) / 5, 11)
    expect(density[1]).toBeCloseTo((3 * 0.2 + 1 * 0.8 + 0.5) / 5, 11)
  })

  it('mirrors where the counts are mirrored and far fewer than the kernels are wide', () => {
    const density = gridDensity(Float64Array.of(2, 0, 5, 0, 2), true)
    for (const [i, value] of density.entries()) expect(density[4 - i]).toBeCloseTo(value, 12)
  })
})

describe('pearsonDivergence', () => {
  it('is the mean square of how far the quotient is from one', () => {
    // .5 (.8/.5 - 1)^2 + .5 (.2/.5 - 1)^2
    expect(pearsonDivergence(Float64Array.of(0.8, 0.2), Float64Array.of(0.5, 0.5))).toBeCloseTo(
      0.36,
    )
    expect(pearsonDivergence(Float64Array.of(0.5, 0.5), Float64Array.of(0.5, 0.5))).toBe(0)
  })
})
